import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CancelFacts, decideCancelOrder } from "./decideCancelOrder.ts";

const none = { returnedQuantity: 0 } as const;
const here = { kind: "goods", lineNo: 1, quantity: 3, owedQuantity: 3, ...none } as const;
const delivery = { kind: "delivery", lineNo: 2, quantity: 1, owedQuantity: 1, ...none } as const;
const facts = (more: Partial<CancelFacts>): CancelFacts => ({
  ...{ order: { state: "paid" }, goods: [here, delivery], hasLeft: false },
  ...more,
});

describe("cancelling an order", () => {
  it("that nobody paid drops it", () => {
    const placed = facts({ order: { state: "placed" }, goods: [] });
    assert.deepEqual(decideCancelOrder(placed).accepted, { kind: "unpaid" });
  });

  it("that is paid pays back every piece and the delivery", () => {
    const back = [
      { lineNo: 1, pieces: 3, from: "owed" },
      { lineNo: 2, pieces: 1, from: "owed" },
    ];
    assert.deepEqual(decideCancelOrder(facts({})).accepted, { kind: "goods", back });
  });

  it("of which a part was given up before pays back the rest", () => {
    const rest = { ...here, owedQuantity: 1, returnedQuantity: 2 };
    const back = [{ lineNo: 1, pieces: 1, from: "owed" }];
    assert.deepEqual(decideCancelOrder(facts({ goods: [rest] })).accepted, { kind: "goods", back });
  });

  const refused: readonly (readonly [string, Partial<CancelFacts>])[] = [
    ["of codes alone that were delivered", { order: { state: "delivered" }, goods: [] }],
    ["of codes alone that are kept back", { goods: [] }],
    ["that was cancelled before", { order: { state: "cancelled" } }],
    ["of which a piece was handed over", { goods: [{ ...here, owedQuantity: 2 }, delivery] }],
    ["whose parcel has left", { hasLeft: true }],
  ];
  for (const [given, more] of refused) {
    it(`${given} is refused`, () => {
      assert.equal(decideCancelOrder(facts(more)).refused?.code, "order_handed_over");
    });
  }
});
