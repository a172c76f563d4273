import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { killParcels } from "./parcels/killParcels.ts";

test("killed while parcels are booked, handed over and given up: each is once, and income once", async () => {
  const { orders, cancelled, violations } = await killParcels();
  deepEqual(
    orders,
    [1, 0, 0, 0, 0, 0].map((left) => ({ booked: 1, told: left, posted: left })),
  );
  deepEqual(
    cancelled,
    [1, 2, 3, 4, 5].map(() => ({ givenUp: true, told: 1 })),
  );
  deepEqual(violations, []);
});
