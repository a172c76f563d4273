import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { heldContract, heldDevice, slots } from "../../../test/support/heldDevice.ts";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import type { RefundableSale } from "../../money/index.ts";
import { type Contract, contractStates } from "../contract.ts";
import { type CancelFacts, decideCancelContract } from "./decideCancelContract.ts";

const at = Temporal.Instant.from("2026-07-01T10:00:00Z");
const sale: RefundableSale = {
  ...{ rootId: "r", no: 1, chargeNo: 1, programme: "p", region: "EU", currency: "EUR", taxKind: "vat" },
  ...{
    state: "earning",
    contractId: null,
    isDisputed: false,
    netMinor: 3627,
    taxMinor: 798,
    deferredMinor: 3627,
    earnedMinor: 0,
  },
  ...{ refundedMinor: 0, refundedTaxMinor: 0, chargeLeftMinor: 4425 },
  ...{ lineNo: 1, lineTaxLeftMinor: 4425 },
};

function decide(more: Partial<CancelFacts> = {}, contract: Contract = heldContract()) {
  return decideCancelContract({
    ...{ at, record: heldDevice([contract]), contract, terms: referenceTerms(), sale, transfers: 0 },
    ...{ openClaimNo: undefined, isRenewalUnderway: false, isOffice: true },
    told: { by: "holder", reason: "device-returned", noticeAt: at, deviceReturned: true, holder: {} },
    ...more,
  });
}

test("with its device back a plan that was not used is paid back whole", () => {
  const { amountMinor, dueAt, receipt } = decide().accepted ?? {};
  deepEqual([amountMinor, dueAt, receipt?.refund?.clause], [4425, null, "return.plan"]);
});

test("only a contract that runs, is used up or waits can be ended", () => {
  const codes = { expired: "contract_over", cancelled: "contract_cancelled", suspended: "payment_disputed" };
  for (const state of contractStates) {
    equal(decide({}, heldContract({ state })).refused?.code, codes[state as keyof typeof codes]);
  }
});

test("an open case, a renewal that is being paid, and a code we sold to nobody are in the way", () => {
  equal(decide({ openClaimNo: 3 }).refused?.code, "claim_open_on_plan");
  equal(decide({ isRenewalUnderway: true }).refused?.code, "renewal_being_paid");
  equal(decide({ sale: undefined, isOffice: false }).refused?.code, "paid_elsewhere");
  equal(
    decide({ sale: undefined }).accepted?.amountMinor,
    0,
    "the office ends it, and nothing is paid by us",
  );
});

test("where neither terms nor law pay, a holder is told and the plan goes on; a provider may end it", () => {
  const told = { reason: "no-longer-wanted", noticeAt: at, deviceReturned: false, holder: {} };
  equal(decide({ told: { ...told, by: "holder" } }).refused?.code, "terms_refuse");
  equal(decide({ told: { ...told, by: "provider", reason: "fraud" } }).accepted?.amountMinor, 0);
  const used = heldContract({ slots: slots({ used: 1, free: 1 }) });
  equal(decide({}, used).refused?.code, "terms_refuse");
});

test("never more comes back than is left of the sale and of its charge", () => {
  equal(decide({ sale: { ...sale, chargeLeftMinor: 425 } }).accepted?.amountMinor, 425);
  equal(decide({ sale: { ...sale, refundedMinor: 3627 } }).accepted?.amountMinor, 798);
});
