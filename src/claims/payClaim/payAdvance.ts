import assert from "node:assert/strict";
import {
  type Charge,
  chargeOf,
  createCharge,
  type Hold,
  holdOf,
  isFinal,
  startPayment,
  tellHold,
  tryCard,
  wantHold,
} from "../../money/index.ts";
import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import { type Advance, advanceOf } from "../advance.ts";
import type { Claim } from "../claim.ts";
import { awaitCore, coreOf } from "../coreStore.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { feeLine } from "../feeLine.ts";
import { moveClaim } from "../lockClaim.ts";
import { awaitPayment } from "../paymentDeadline.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { endOfDays } from "../waitingDays.ts";

/** What was started: the claim as it stands then, its fee, its hold. */
export interface AdvancePaid {
  readonly claim: Claim;
  readonly charge: Charge;
  readonly hold: Hold;
}

/** Whether a payment of this claim is one of an advance exchange. */
export function isAdvance({ state, holdNo, receipt }: Claim): boolean {
  return holdNo !== null || (state === "reported" && advanceOf(receipt) !== undefined);
}

/**
 * Pays an advance exchange, on a claim whose device is locked: first the card must stand for the device, then
 * the fee is taken, so that nobody pays for what cannot leave. Paid again, it does what is still missing:
 * another card for the hold, another try of the fee.
 */
export async function payAdvance(tx: Tx, claim: ClaimRow, method: string): Promise<Decision<AdvancePaid>> {
  const advance = advanceOf(claim.receipt);
  assert(advance !== undefined, "an advance exchange was offered with its figures");
  if (claim.state === "reported") {
    return await begin(tx, claim, advance, method);
  }
  const { deviceId, chargeNo, holdNo } = claim;
  assert(chargeNo !== null && holdNo !== null, "an advance exchange has its fee and its hold");
  const [charge, hold] = await Promise.all([chargeOf(tx, deviceId, chargeNo), holdOf(tx, deviceId, holdNo)]);
  assert(charge !== undefined && hold !== undefined, "what a claim names is there");
  if (hold.state === "placed" && claim.state === "chosen" && charge.state === "open") {
    const started = await startPayment(tx, charge, method);
    return started.refused === undefined ? accepted({ claim, charge, hold }) : started;
  }
  const held = await holdAgain(tx, claim, { hold, advance, method });
  return held.refused === undefined ? accepted({ ...held.accepted, charge }) : held;
}

async function begin(
  tx: Tx,
  claim: ClaimRow,
  { fee, hold: amount }: Advance,
  method: string,
): Promise<Decision<AdvancePaid>> {
  const { deviceId, no, region, zone, receipt } = claim;
  const dueAt = claim.dueAt ?? endOfDays(tx.at, 30, zone);
  const lines = [await feeLine(tx, claim, fee)];
  const { programme } = receipt.terms;
  const wanted = await wantHold(tx, deviceId, { subjectNo: no, programme, region, amount, method });
  if (wanted.refused !== undefined) {
    return wanted;
  }
  const hold = wanted.accepted;
  const charge = await createCharge(tx, deviceId, {
    purpose: "claim_fee",
    subjectNo: no,
    amount: fee,
    lines,
    dueAt,
  });
  const change = { route: "plan", feeMinor: fee.amount, chargeNo: charge.no, holdNo: hold.no } as const;
  await awaitCore(tx, deviceId, no, hold.no);
  const moved = await moveClaim(tx, claim, ["reported"], "chosen", change);
  tx.meet(deviceId, REPORT_LAPSES, String(no));
  awaitPayment(tx, claim, dueAt);
  tx.record(deviceId, [{ type: "RouteChosen", claimNo: no, route: "plan", fee }]);
  return moved === undefined ? refuse("claim_not_at_this_step") : accepted({ claim: moved, charge, hold });
}

/**
 * Another card for a hold that was declined, or that could not be renewed; a new hold where the old one has
 * ended.
 */
async function holdAgain(
  tx: Tx,
  claim: ClaimRow,
  { hold, advance, method }: { readonly hold: Hold; readonly advance: Advance; readonly method: string },
): Promise<Decision<{ readonly claim: Claim; readonly hold: Hold }>> {
  if (!isFinal(hold.state)) {
    const isMissing = hold.state === "wanted" || hold.attention === "renewal_declined";
    const tried = isMissing ? await tryCard(tx, hold, method) : refuse("nothing_to_pay");
    return tried.refused === undefined ? accepted({ claim, hold }) : tried;
  }
  if (
    hold.state !== "lapsed" ||
    claim.core !== "awaited" ||
    claim.state === "closed" ||
    claim.state === "cancelled"
  ) {
    return refuse("nothing_to_pay");
  }
  const { deviceId, no, state } = claim;
  const { programme, region } = hold;
  const wanted = await wantHold(tx, deviceId, {
    subjectNo: no,
    programme,
    region,
    amount: advance.hold,
    method,
  });
  if (wanted.refused !== undefined) {
    return wanted;
  }
  const next = wanted.accepted;
  const core = await coreOf(tx, deviceId, no);
  await awaitCore(tx, deviceId, no, next.no);
  await tellHold(tx, next, {
    ...(state === "chosen" ? {} : { isNeeded: true }),
    ...(core?.dueAt ? { dueAt: core.dueAt } : {}),
    ...(hold.remindAt === null ? {} : { remindAt: hold.remindAt }),
    ...{ answer: hold.answer, lateAnswer: hold.lateAnswer, captureMinor: hold.captureMinor },
    needsPerson: hold.needsPerson,
  });
  const moved = await moveClaim(tx, claim, [state], state, { holdNo: next.no });
  return moved === undefined ? refuse("claim_not_at_this_step") : accepted({ claim: moved, hold: next });
}
