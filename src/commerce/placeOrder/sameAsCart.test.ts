import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { action, factsOf, mavic, renewal, screw, spark, unpriced } from "../../../test/support/cartGiven.ts";
import { reckonCart } from "../carts/index.ts";
import { chargeLines } from "./chargeLines.ts";
import { decidePlaceOrder } from "./decidePlaceOrder.ts";

const products = [
  action,
  spark,
  mavic,
  screw,
  renewal,
  unpriced,
  { ...screw, sku: "G-2", minQuantity: 6, multiple: 3 },
];
const carts = fc.record({
  lines: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...products, undefined), fc.integer({ min: 1, max: 6_000 })),
    {
      minLength: 1,
      selector: ([product]) => product?.sku,
    },
  ),
  country: fc.constantFrom("EE", "PL", "US", "BR"),
  option: fc.constantFrom("home" as const, "pickup" as const, "email" as const),
});

test("what a cart says and what its order decides are the same, for every cart", () => {
  fc.assert(
    fc.property(carts, (given) => {
      const facts = factsOf(given);
      const cart = reckonCart(facts);
      const isSold = cart.refused === undefined && cart.lines.every(({ refused }) => refused === undefined);
      const seen = { amount: cart.grossMinor, currency: cart.currency };
      const decision = decidePlaceOrder({ ...facts, total: seen });
      equal(decision.refused === undefined, isSold, decision.refused?.code ?? "accepted");
      if (decision.accepted !== undefined) {
        const { netMinor, grossMinor, currency } = decision.accepted;
        deepEqual([netMinor, grossMinor, currency], [cart.netMinor, cart.grossMinor, cart.currency]);
        const charged = chargeLines(decision.accepted, facts.country);
        equal(
          charged.reduce((sum, line) => sum + line.netMinor + line.taxMinor, 0),
          grossMinor,
        );
        const more = decidePlaceOrder({ ...facts, total: { ...seen, amount: seen.amount + 1 } });
        equal(more.refused?.code, "price_changed");
      }
    }),
  );
});

test("a refused quantity names quantities that are sold", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 900 }),
      (minQuantity, multiple, quantity) => {
        const product = { ...screw, minQuantity, multiple };
        const [line] = reckonCart(factsOf({ lines: [[product, quantity]] })).lines;
        for (const near of line?.refused === undefined ? [] : (line.quantities ?? [])) {
          const [again] = reckonCart(factsOf({ lines: [[product, near]] })).lines;
          equal(again?.refused, undefined, `${near} of ${minQuantity} in ${multiple}`);
        }
      },
    ),
  );
});
