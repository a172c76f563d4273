import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import type { Price, Product } from "../../catalogue/index.ts";
import type { Decision } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { decidePlaceOrder, type PlaceOrderFacts, type PricedOrder } from "./decidePlaceOrder.ts";

const at = Temporal.Instant.from("2026-06-30T22:00:00Z");
const terms = referenceTerms();

const price = (currency: string, minQuantity: number, grossMinor: number): Price => ({
  ...{ currency, minQuantity, netMinor: grossMinor - 100, grossMinor },
  validFrom: Temporal.Instant.from("2025-06-01T00:00:00Z"),
});
const action: Product = {
  ...{ sku: "U-3889316", productCode: "CP.QT.00008540.01", name: "Two years", brand: "DJI", summary: "" },
  ...{ programme: "dji-care-refresh", plan: "care-2y", models: ["osmo-action-4"], soldAs: "code" },
  ...{ minQuantity: 1, multiple: 1, leadDays: 0 },
  prices: [price("EUR", 1, 4_425), price("EUR", 10, 4_000)],
};
const oneYear = { ...action, plan: "care-1y" };
const mavic: Product = { ...oneYear, sku: "M3", models: ["mavic-3"], prices: [price("USD", 1, 23_900)] };
const spark: Product = {
  ...{ ...oneYear, sku: "SPARK", models: ["spark"], leadDays: 2 },
  prices: [price("EUR", 1, 5_000), price("PLN", 1, 20_000)],
};
const renewal: Product = { ...action, sku: "PLUS", plan: "care-plus", soldAs: "renewal" };
const unpriced: Product = { ...action, prices: [] };

type Case = Partial<Omit<PlaceOrderFacts, "lines">> & {
  readonly lines: readonly (readonly [Product, number])[];
};

function order({ lines, ...facts }: Case): Decision<PricedOrder> {
  const wanted = lines.map(([product, quantity]) => ({ product, quantity }));
  return decidePlaceOrder({ at, country: "EE", terms, taxRate: undefined, ...facts, lines: wanted });
}

test("three codes from Estonia: the region is the EU, the price thrice the piece's", () => {
  const { accepted } = order({ lines: [[action, 3]] });
  deepEqual(
    [accepted?.region, accepted?.currency, accepted?.netMinor, accepted?.grossMinor],
    ["EU", "EUR", 3 * 4_325, 3 * 4_425],
  );
  equal(accepted?.promisedOn.toString(), "2026-06-30");
});

test("the tax is the buyer's country's, piece by piece; what is paid stays", () => {
  const validFrom = Temporal.PlainDate.from("2025-01-01");
  const vat = { country: "PL", kind: "vat", rateBasisPoints: 2_300, isCharged: true, validFrom } as const;
  const { accepted } = order({ lines: [[action, 3]], country: "PL", taxRate: vat });
  deepEqual([accepted?.netMinor, accepted?.grossMinor], [3 * 3_598, 3 * 4_425]);
  deepEqual(accepted?.lines[0]?.unit.taxRateBasisPoints, 2_300);
});

test("ten codes reach the second tier, nine do not", () => {
  equal(order({ lines: [[action, 9]] }).accepted?.grossMinor, 9 * 4_425);
  equal(order({ lines: [[action, 10]] }).accepted?.grossMinor, 10 * 4_000);
});

test("lines share the first currency of the region that prices all of them, and the latest promise", () => {
  const alone = order({ lines: [[spark, 1]] });
  deepEqual([alone.accepted?.currency, alone.accepted?.grossMinor], ["PLN", 20_000]);
  const lines = [
    [action, 2],
    [spark, 1],
  ] as const;
  const both = order({ lines });
  deepEqual([both.accepted?.currency, both.accepted?.grossMinor], ["EUR", 2 * 4_425 + 5_000]);
  equal(both.accepted?.promisedOn.toString(), "2026-07-02");
});

const refused: readonly [string, Case, string, RegExp][] = [
  [
    "a country nobody serves",
    { lines: [[action, 1]], country: "BR" },
    "country_not_served",
    /: AT, AU, BE, /,
  ],
  [
    "fewer than the minimum",
    { lines: [[{ ...action, minQuantity: 5 }, 3]] },
    "quantity_not_sold",
    /^Order 5\.$/,
  ],
  [
    "off the multiple",
    { lines: [[{ ...action, minQuantity: 5, multiple: 10 }, 12]] },
    "quantity_not_sold",
    /^Order 10 or 20\.$/,
  ],
  ["a renewal", { lines: [[renewal, 1]] }, "renewal_is_no_code", /renew it/],
  [
    "two programmes at once",
    {
      lines: [
        [action, 1],
        [{ ...spark, programme: "other-care" }, 1],
      ],
    },
    "programmes_mixed",
    /one order for each/,
  ],
  ["a model that is not sold there", { lines: [[mavic, 1]] }, "offer_refused", /receipt/],
  ["nothing priced there", { lines: [[unpriced, 1]] }, "price_missing", /one by one/],
  [
    "a price of tomorrow",
    { lines: [[action, 1]], at: at.subtract({ hours: 24 * 900 }) },
    "price_missing",
    /./,
  ],
];

for (const [given, facts, code, next] of refused) {
  test(`${given}: ${code}`, () => {
    const { refused: refusal } = order(facts);
    equal(refusal?.code, code);
    match(refusal?.next ?? "", next);
  });
}

test("what the terms refuse comes with their receipt", () => {
  const receipt = order({ lines: [[mavic, 1]] }).refused?.receipt as Receipt;
  deepEqual([receipt.decision, receipt.outcome], ["offer", "refused"]);
  deepEqual(
    receipt.against.map(({ clause }) => clause),
    ["offer.sold-in"],
  );
});

test("an order is counted exactly, whatever its size", () => {
  const dear = { ...action, prices: [price("EUR", 1, 9_007_199_254_740)] };
  const big = order({ lines: [[dear, 1_000]] });
  equal(big.accepted?.grossMinor, 9_007_199_254_740_000);
});
