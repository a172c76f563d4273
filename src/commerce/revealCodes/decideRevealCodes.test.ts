import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { decideRevealCodes } from "./decideRevealCodes.ts";

test("codes are shown when they were delivered, and not before", () => {
  const states = ["placed", "paid", "delivered", "cancelled"] as const;
  deepEqual(
    states.map((state) => decideRevealCodes({ state }).refused?.code),
    ["codes_not_ready", "codes_not_ready", undefined, "codes_not_ready"],
  );
});
