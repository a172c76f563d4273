import assert from "node:assert/strict";
import { test } from "node:test";
import type { Facts } from "../facts.ts";
import { smallestCase } from "./smallestCase.ts";

const base: Facts = {
  at: "2027-03-01T09:00:00Z",
  device: { model: "city-one", purchasedAt: "2027-02-20T10:00:00Z" },
};
const made: Facts = {
  at: "1600-01-01T00:00:00Z",
  device: { model: "city-one", purchasedAt: "1599-12-15T00:00:00Z" },
};

/** Whether the device was bought fifteen days before the decision, or longer. */
function isOldDevice({ at, device }: Facts): boolean {
  const bought = typeof device === "object" ? device?.purchasedAt : undefined;
  if (typeof at !== "string" || typeof bought !== "string") {
    return false;
  }
  const [now, then] = [at, bought].map((text) => Temporal.Instant.from(text).epochMilliseconds);
  return (now ?? 0) - (then ?? 0) >= 15 * 86_400_000;
}

test("what was made up for long ago is shown in the time of the nearest example", () => {
  const smallest = smallestCase(made, base, isOldDevice);
  assert.deepEqual(smallest, { at: base.at, device: { purchasedAt: "2027-02-10T00:00:00Z" } });
});

test("what only holds long ago stays there", () => {
  const isOld = ({ at }: Facts): boolean => String(at).startsWith("1600");
  assert.deepEqual(smallestCase(made, base, isOld), { at: "1600-01-01T00:00:00Z" });
});
