import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, it } from "node:test";
import { decideMakeQuote } from "./decideMakeQuote.ts";

type Facts = Parameters<typeof decideMakeQuote>[1];

const at = Temporal.Instant.from("2026-09-05T10:00:00Z");
const asked = { model: "osmo-action-4", region: "EU", currency: "PLN", at };
const rate = {
  country: "PL",
  kind: "vat",
  rateBasisPoints: 2300,
  isCharged: true,
} as unknown as Facts["rate"];
const price = (over: object): Facts["prices"][number] => ({
  ...{ priceId: "1", kind: "part", item: "lens", title: "Lens", model: null, region: "EU", currency: "PLN" },
  ...{ netMinor: 20_000, taxKind: "country", validFrom: at.subtract({ hours: 1 }) },
  ...(over as object as Facts["prices"][number]),
});
const facts = (prices: Facts["prices"], state = "inspected", dueAt: Facts["dueAt"] = null): Facts => ({
  ...{ state, dueAt, prices, rate, asked },
});
const lens = { kind: "part", item: "lens", quantity: 1 } as const;

describe("reckoning a quote", () => {
  it("takes the price of the model before that of all, and the newest that has begun", () => {
    const prices = [
      price({}),
      price({ priceId: "2", netMinor: 18_000, model: "osmo-action-4" }),
      price({ priceId: "3", netMinor: 1, model: "osmo-action-4", validFrom: at.add({ hours: 1 }) }),
      price({ priceId: "4", netMinor: 2, region: "US" }),
    ];
    const { netMinor, taxMinor, repairMinor } = decideMakeQuote([lens], facts(prices)).accepted ?? {};
    deepEqual([netMinor, taxMinor, repairMinor], [18_000, 4_140, 22_140]);
  });

  it("is refused where the time to choose is over, whether or not somebody has acted on it yet", () => {
    const codeAt = (dueAt: Temporal.Instant) =>
      decideMakeQuote([lens], facts([price({})], "inspected", dueAt)).refused?.code;
    deepEqual([codeAt(at), codeAt(at.add({ nanoseconds: 1 }))], ["waiting_is_over", undefined]);
  });

  it("rounds hours and tax by the line, and leaves untaxed what is untaxed", () => {
    const prices = [price({ kind: "labour", item: "repair", netMinor: 9_999, taxKind: "none" })];
    const told = [
      { kind: "labour", item: "repair", quantity: 0.25 } as const,
      { kind: "other", says: "Cleaning", quantity: 1, unitMinor: 150 } as const,
    ];
    const { lines } = decideMakeQuote(told, facts(prices)).accepted ?? {};
    deepEqual(
      lines?.map(({ netMinor, taxMinor }) => [netMinor, taxMinor]),
      [
        [2_500, 0],
        [150, 35],
      ],
    );
  });

  it("is for a case that was looked at, and asks for something", () => {
    equal(decideMakeQuote([lens], facts([price({})], "chosen")).refused?.code, "claim_not_at_this_step");
    throws(() => decideMakeQuote([{ kind: "other", says: "A", quantity: 1, unitMinor: 0 }], facts([])));
    throws(() => decideMakeQuote([lens], facts([price({ netMinor: null })])));
  });
});
