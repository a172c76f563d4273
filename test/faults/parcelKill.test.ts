import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { killParcels } from "./parcels/killParcels.ts";

test("killed while parcels are booked and handed over: each is booked, leaves, is income once", async () => {
  const { orders, violations } = await killParcels();
  deepEqual(
    orders,
    [1, 0, 0, 0, 0].map((left) => ({ booked: 1, told: left, posted: left })),
  );
  deepEqual(violations, []);
});
