import { type ClaimShape, isGone } from "../../claims/index.ts";
import type { ClaimPage } from "../../service/index.ts";
import type { CaseModel } from "../pages/casePage.ts";
import type { PaymentState } from "../pages/paymentPage.ts";
import type { Holder, State } from "../parts/index.ts";
import { en, formatDay, formatMoney, lastDayOf } from "../words/index.ts";
import { caseDetails } from "./caseDetails.ts";
import { caseMoney } from "./caseMoney.ts";
import { caseSentence, isOver, isRefused } from "./caseSentence.ts";
import { findingsOf } from "./findingsOf.ts";
import { needsCard } from "./needsCard.ts";
import { holdTryOf, isUnderway, paymentStateOf, paymentStepOf } from "./paymentState.ts";
import { asReceipt, receiptSteps } from "./receiptSteps.ts";
import { awaitsOwner, ribbonWithCase } from "./ribbonWithCase.ts";

const words = en.claim;

const steps: Readonly<Record<ClaimShape["state"], number>> = {
  reported: 1,
  received: 3,
  inspected: 4,
  chosen: 4,
  paid: 5,
  replaced: 6,
  shipped: 6,
  closed: 7,
  cancelled: 7,
};

/** The new device leaves first: nothing arrives or is inspected before. */
const advanceSteps: Readonly<Record<ClaimShape["state"], number>> = {
  ...{ reported: 1, received: 2, inspected: 2, chosen: 2, paid: 3, replaced: 3 },
  ...{ shipped: 4, closed: 5, cancelled: 5 },
};

function stepsOf({ claim, hold }: ClaimPage): Pick<CaseModel, "steps" | "step"> {
  const { state, next, incident } = claim;
  const isAdvance = hold !== undefined || (state === "reported" && next.what === "pay");
  const names = isGone(incident) ? words.stepsGone : words.steps;
  const step = (isAdvance ? advanceSteps : steps)[state];
  return { steps: isAdvance ? words.stepsAdvance : names, step: isOver(claim) ? undefined : step };
}

const holders: Readonly<Record<string, Holder>> = { owner: "you", centre: "us", carrier: "carrier" };

/** What the case page shows of a claim. Forms, the one button and the parcel are the route's business. */
export function caseModelOf(
  found: ClaimPage,
  now: string,
): Omit<CaseModel, "button" | "reroute" | "cancel" | "packing" | "closing"> {
  const { claim, device, ribbon, timeline } = found;
  const asked = claim.state === "chosen" ? holdTryOf(found.hold) : undefined;
  const payment = asked?.attempt ?? paymentStateOf(found.charge);
  const lapsed = claim.state === "cancelled" && timeline.some(({ type }) => type === "claim.lapsed");
  return {
    caseId: claim.id,
    device: device.name,
    gone: isGone(claim.incident),
    sentence: lapsed && claim.receipt.outcome !== "refused" ? words.lapsed : caseSentence(claim, payment),
    note: noteOf(found, payment),
    state: stateOf(claim, payment),
    ...stepsOf(found),
    holder: isOver(claim) || paysNow(claim, payment) ? undefined : holders[claim.next.who],
    clock: clockOf(claim, payment),
    money: caseMoney(claim, payment, found.hold),
    details: caseDetails(found, now),
    findings: findingsOf(claim),
    reasons: receiptSteps(asReceipt(claim.receipt)),
    receipt:
      found.charge?.state === "captured" && found.charge.amount.amount > 0
        ? `/cases/${claim.id}/receipt`
        : undefined,
    history: timeline.flatMap(({ type, at }) => {
      const isAnalysed = type === "claim.inspected" && isGone(claim.incident);
      const says = isAnalysed ? words.analysed : words.happened[type];
      return says === undefined ? [] : [{ at, says }];
    }),
    ribbon: ribbonWithCase(ribbon, [claim], payment),
  };
}

/** The owner has paid; what came of it is not known yet, or not written down in the case. */
function paysNow({ state }: Pick<ClaimShape, "state">, payment: PaymentState): boolean {
  return state === "chosen" && (payment === "captured" || isUnderway(payment));
}

/** What a nervous reader asks next: how a refused case ends, what a payment is waiting for, what failed. */
function noteOf(found: ClaimPage, payment: PaymentState): string | undefined {
  const { claim, ribbon } = found;
  if (isRefused(claim)) {
    const { by } = claim.next;
    return by === undefined ? words.nothingToSend : words.endsByItself(formatDay(lastDayOf(by, ribbon.zone)));
  }
  if (claim.next.what === "review") {
    return en.appeal.askedSays;
  }
  if (claim.next.what === "analyse") {
    return en.answers.goneSays;
  }
  const advance = advanceNote(found);
  if (advance !== undefined) {
    return advance;
  }
  if (claim.state !== "chosen" || payment === "none") {
    return undefined;
  }
  const { nextUrl, transfer } = holdTryOf(found.hold) ?? paymentStepOf(found.charge);
  if (nextUrl !== undefined) {
    return en.pay.stepSays;
  }
  if (transfer !== undefined) {
    return en.pay.transferWaits;
  }
  return {
    ...words.payNotes,
    captured: words.payNoted,
    declined: words.payFailed,
  }[payment];
}

/** Of an advance exchange: what the card stands for, and that another one is needed. */
function advanceNote({ claim, hold }: ClaimPage): string | undefined {
  const offered = asReceipt(claim.receipt).hold;
  if (claim.state === "reported") {
    return claim.next.what === "pay" && offered !== undefined
      ? words.advance.offeredSays(formatMoney(offered))
      : undefined;
  }
  if (hold === undefined) {
    return undefined;
  }
  if (needsCard(hold)) {
    return words.advance.anotherCard;
  }
  return claim.next.what === "send_back" ? words.advance.sendBackSays(formatMoney(hold.amount)) : undefined;
}

function clockOf(claim: ClaimShape, payment: PaymentState): CaseModel["clock"] {
  const { who, what, by } = claim.next;
  return by === undefined || (who === "owner" && !awaitsOwner(claim, payment))
    ? undefined
    : { label: isBrought(claim) ? words.bringBy : (words.clocks[what] ?? words.clockOther), at: by };
}

/** It is still to be brought over the counter, not sent. */
function isBrought({ channel, next }: ClaimShape): boolean {
  return channel === "swift" && next.what === "send";
}

function stateOf(claim: ClaimShape, payment: PaymentState): State {
  if (claim.state === "closed") {
    return "ok";
  }
  if (isOver(claim)) {
    return claim.state === "cancelled" ? "plain" : "problem";
  }
  return claim.next.who === "owner" && !paysNow(claim, payment) ? "needs" : "waiting";
}
