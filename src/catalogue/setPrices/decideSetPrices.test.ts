import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { decideSetPrices, type PricesWanted } from "./decideSetPrices.ts";

const at = Temporal.Instant.from("2026-06-01T10:00:00Z");
const groups = ["retail", "wholesale"].map((customerGroup) => ({
  ...{ customerGroup, name: customerGroup, createdAt: at },
  basedOn: customerGroup === "retail" ? null : "retail",
}));
const tier = (minQuantity: number, netMinor: number, grossMinor: number) => ({
  ...{ minQuantity, netMinor, grossMinor },
});
const GOOD: PricesWanted = {
  customerGroup: "wholesale",
  currency: "EUR",
  validFrom: undefined,
  tiers: [tier(1, 100, 122), tier(10, 90, 110)],
};

/** A change of a good list, and the faults that are found in it. */
const CASES: readonly (readonly [string, Partial<PricesWanted>, readonly string[]])[] = [
  ["a good one", {}, []],
  ["one that ends the group's lists", { tiers: [] }, []],
  ["one that begins with many", { tiers: [tier(50, 1, 1)] }, []],
  ["for nothing", { tiers: [tier(1, 0, 0)] }, []],
  ["one that begins tomorrow", { validFrom: at.add({ hours: 24 }) }, []],
  ["one that begins now", { validFrom: at }, []],
  ["one that began", { validFrom: at.subtract({ seconds: 1 }) }, ["/validFrom past"]],
  ["of nobody", { customerGroup: "friends" }, ["/customerGroup unknown_group"]],
  ["in no money", { currency: "EUX" }, ["/currency currency"]],
  [
    "whose steps repeat",
    { tiers: [tier(1, 1, 1), tier(10, 1, 1), tier(10, 1, 1)] },
    ["/tiers/2/minQuantity steps"],
  ],
  ["whose steps fall", { tiers: [tier(10, 1, 1), tier(1, 1, 1)] }, ["/tiers/1/minQuantity steps"]],
  ["cheaper with tax", { tiers: [tier(1, 100, 99)] }, ["/tiers/0/grossMinor gross_below_net"]],
  [
    "wrong in everything",
    {
      ...{ customerGroup: "x", currency: "X", validFrom: at.subtract({ hours: 1 }) },
      tiers: [tier(5, 2, 1), tier(5, 2, 1)],
    },
    [
      "/customerGroup unknown_group",
      "/currency currency",
      "/validFrom past",
      "/tiers/0/grossMinor gross_below_net",
      "/tiers/1/minQuantity steps",
      "/tiers/1/grossMinor gross_below_net",
    ],
  ],
];

test("a list of prices is taken whole, or every fault in it is named at its field", () => {
  for (const [what, change, expected] of CASES) {
    const faults = decideSetPrices({ at, wanted: { ...GOOD, ...change }, groups });
    deepEqual(
      faults.map(({ pointer, code }) => `${pointer} ${code}`),
      expected,
      what,
    );
  }
});
