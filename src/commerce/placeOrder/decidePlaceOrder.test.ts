import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import {
  action,
  at,
  type CartGiven,
  factsOf,
  mavic,
  price,
  renewal,
  reseller,
  rules,
  screw,
  spark,
  unpriced,
} from "../../../test/support/cartGiven.ts";
import type { Decision } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { decidePlaceOrder, type PricedOrder } from "./decidePlaceOrder.ts";

const order = (given: CartGiven): Decision<PricedOrder> => decidePlaceOrder(factsOf(given));

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

const refused: readonly [string, CartGiven, string, RegExp][] = [
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
  ["a product that is gone", { lines: [[undefined, 1]] }, "product_not_sold", /cart/],
  ["one that is off the shelf", { lines: [[{ ...screw, isListed: false }, 1]] }, "product_not_sold", /cart/],
  ["more goods than there are", { lines: [[screw, 5_001]] }, "stock_short", /^Order 5000\.$/],
  [
    "goods to a country without rules",
    { lines: [[screw, 1]], country: "LV", delivery: { rules: [], outside: "Order in the shop of Latvia." } },
    "no_delivery_there",
    /shop of Latvia/,
  ],
  [
    "goods too heavy for every way",
    { lines: [[screw, 2_501]], delivery: { rules: rules.slice(0, 1), outside: "" } },
    "order_too_heavy",
    /smaller/,
  ],
  ["a way that does not take them", { lines: [[screw, 2_501]] }, "delivery_not_offered", /pickup/],
  [
    "a region that a reseller did not agree to",
    { lines: [[action, 1]], reseller: { ...reseller, regions: ["US"] } },
    "region_not_agreed",
    /^Your contract is for US\.$/,
  ],
  [
    "a reseller who is suspended",
    { lines: [[action, 1]], reseller: { ...reseller, state: "suspended" } },
    "reseller_suspended",
    /./,
  ],
  [
    "another sum than was seen",
    { lines: [[action, 1]], total: { amount: 4_424, currency: "EUR" } },
    "price_changed",
    /./,
  ],
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

test("goods alone have no region, and the currency of the first rule; delivery costs up to 25 EUR", () => {
  const one = order({ lines: [[screw, 1]] }).accepted;
  deepEqual(
    [one?.region, one?.programme, one?.currency, one?.grossMinor, one?.chosen?.price.gross.amount],
    [undefined, undefined, "EUR", 1_250 + 500, 500],
  );
  const two = order({ lines: [[screw, 2]] }).accepted;
  deepEqual([two?.grossMinor, two?.chosen?.price.gross.amount], [2_500, 0]);
  equal(order({ lines: [[screw, 1]], option: "pickup" }).accepted?.grossMinor, 1_250 + 350);
  equal(one?.promisedOn.toString(), "2026-07-03");
});

test("plans and goods are one order: its promise is the later day, its value counts for delivery", () => {
  const both = order({
    lines: [
      [action, 1],
      [screw, 1],
    ],
  }).accepted;
  deepEqual([both?.grossMinor, both?.chosen?.price.gross.amount], [4_425 + 1_250, 0]);
  equal(both?.promisedOn.toString(), "2026-07-03");
});

test("a reseller pays its group's prices in its own currency, retail where its group has none", () => {
  const groups = ["wholesale", "retail"];
  equal(order({ lines: [[action, 12]], groups, reseller }).accepted?.grossMinor, 12 * 3_000);
  equal(order({ lines: [[spark, 1]], groups, reseller }).accepted?.grossMinor, 5_000);
  const pln = { ...reseller, currency: "PLN" };
  equal(order({ lines: [[spark, 1]], groups, reseller: pln }).accepted?.currency, "PLN");
  equal(order({ lines: [[action, 1]], groups, reseller: pln }).refused?.code, "price_missing");
});

test("delivery has the tax of the country in it", () => {
  const validFrom = Temporal.PlainDate.from("2025-01-01");
  const taxRate = { country: "EE", kind: "vat", rateBasisPoints: 2_400, isCharged: true, validFrom } as const;
  const chosen = order({ lines: [[screw, 1]], taxRate }).accepted?.chosen?.price;
  deepEqual([chosen?.net.amount, chosen?.gross.amount, chosen?.taxKind], [403, 500, "vat"]);
});
