import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import type { Order } from "../order.ts";
import { decideReturnCodes, type ReturnCodesFacts } from "./decideReturnCodes.ts";
import type { ReturnedCode, SaleOfCode } from "./returnFacts.ts";

const at = Temporal.Instant.from("2026-07-01T10:00:00Z");
const order = { country: "DE", buyerState: null, vatId: null, withdrawalShown: true } as Order;
const sale: SaleOfCode = {
  ...{ rootId: "r", no: 1, chargeNo: 1, programme: "p", region: "EU", currency: "EUR", taxKind: "vat" },
  ...{
    state: "unused",
    contractId: null,
    isDisputed: false,
    netMinor: 3627,
    taxMinor: 798,
    deferredMinor: 3627,
    earnedMinor: 0,
  },
  ...{ refundedMinor: 0, refundedTaxMinor: 0, chargeLeftMinor: 8850 },
  ...{ lineNo: 1, lineTaxLeftMinor: 8850 },
};
const code: ReturnedCode = {
  ...{
    digest: Buffer.of(1),
    lineNo: 1,
    last4: "AAAA",
    state: "sold",
    plan: "care-2y",
    models: ["osmo-action-4"],
  },
  ...{ region: "EU", soldAt: at, redeemedBy: null, saleNo: 1 },
};
const other = { ...code, last4: "BBBB", saleNo: 2 };
const decide = (more: Partial<ReturnCodesFacts> = {}) =>
  decideReturnCodes({
    ...{ at, order, codes: [code, other], sales: [sale, { ...sale, no: 2 }], terms: referenceTerms() },
    ...{ wanted: undefined, told: { reason: "device-returned", deviceReturned: true } },
    ...more,
  });

test("all unused codes come back, or those that are named; never more than is left of the payment", () => {
  const sums = (more: Partial<ReturnCodesFacts>) =>
    decide(more).accepted?.map(({ amountMinor }) => amountMinor);
  deepEqual(sums({}), [4425, 4425]);
  deepEqual(sums({ wanted: ["BBBB"] }), [4425]);
  const sales = [1, 2].map((no) => ({ ...sale, no, chargeLeftMinor: 5000 }));
  deepEqual(sums({ sales }), [4425, 575]);
});

test("of two codes that end the same, the unused one is meant", () => {
  const used: ReturnedCode = { ...code, state: "redeemed", redeemedBy: "ctr_x_1" };
  const twin = { ...other, last4: "AAAA" };
  deepEqual(
    decide({ codes: [used, twin], wanted: ["AAAA"] }).accepted?.map((one) => one.code.saleNo),
    [2],
  );
});

test("what is used, strange, back already, never paid to us, or paid back by no rule is refused", () => {
  const refusals: readonly (readonly [Partial<ReturnCodesFacts>, string])[] = [
    [{ wanted: ["CCCC"] }, "code_not_of_order"],
    [{ wanted: ["AAAA", "AAAA"] }, "code_not_of_order"],
    [
      { codes: [{ ...code, state: "redeemed", redeemedBy: "ctr_x_1" }], wanted: ["AAAA"] },
      "code_has_contract",
    ],
    [{ codes: [{ ...code, state: "void" }], wanted: ["AAAA"] }, "nothing_to_return"],
    [{ codes: [] }, "nothing_to_return"],
    [{ codes: [{ ...code, state: "void" }], sales: [{ ...sale, isDisputed: true }] }, "codes_disputed"],
    [{ codes: [{ ...code, saleNo: null }] }, "code_without_sale"],
    [{ sales: [] }, "code_without_sale"],
    [{ told: { reason: "no-longer-wanted", deviceReturned: false } }, "return_refused"],
  ];
  for (const [facts, refused] of refusals) {
    equal(decide(facts).refused?.code, refused);
  }
});
