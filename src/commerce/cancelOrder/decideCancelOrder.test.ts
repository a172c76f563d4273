import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CancelFacts, decideCancelOrder } from "./decideCancelOrder.ts";

const code = { soldAs: "code" } as const;
const thing = { soldAs: "goods" } as const;
const here = { kind: "goods", lineNo: 1, quantity: 3, owedQuantity: 3 } as const;
const delivery = { kind: "delivery", lineNo: 2, quantity: 1, owedQuantity: 1 } as const;
const facts = (more: Partial<CancelFacts>): CancelFacts => ({
  ...{ order: { state: "paid", lines: [thing] }, goods: [here, delivery], isLeaving: false },
  ...more,
});

describe("cancelling an order", () => {
  it("that nobody paid drops it", () => {
    const placed = facts({ order: { state: "placed", lines: [code, thing] }, goods: [] });
    assert.deepEqual(decideCancelOrder(placed).accepted, { kind: "unpaid" });
  });

  it("that is paid pays back every piece and the delivery", () => {
    const back = [
      { lineNo: 1, pieces: 3, from: "owed" },
      { lineNo: 2, pieces: 1, from: "owed" },
    ];
    assert.deepEqual(decideCancelOrder(facts({})).accepted, { kind: "goods", keepsCodes: false, back });
    const both = facts({ order: { state: "paid", lines: [code, thing] } });
    assert.deepEqual(decideCancelOrder(both).accepted, { kind: "goods", keepsCodes: true, back });
  });

  const refused: readonly (readonly [string, Partial<CancelFacts>])[] = [
    ["of codes alone that were delivered", { order: { state: "delivered", lines: [code] }, goods: [] }],
    ["that was cancelled before", { order: { state: "cancelled", lines: [thing] } }],
    ["of which a piece was handed over", { goods: [{ ...here, owedQuantity: 2 }, delivery] }],
    ["whose parcel a carrier has", { isLeaving: true }],
  ];
  for (const [given, more] of refused) {
    it(`${given} is refused`, () => {
      assert.equal(decideCancelOrder(facts(more)).refused?.code, "order_handed_over");
    });
  }
});
