import type { ClaimShape } from "../../claims/index.ts";
import type { ClaimPage } from "../../service/index.ts";
import type { CaseModel } from "../pages/casePage.ts";
import type { Holder } from "../parts/caseSteps.ts";
import type { Fact } from "../parts/facts.ts";
import type { State } from "../parts/notice.ts";
import { serial } from "../parts/serial.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { caseSentence, isRefused } from "./caseSentence.ts";
import { asReceipt, receiptSteps } from "./receiptSteps.ts";
import { ribbonWithCase } from "./ribbonWithCase.ts";

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

const holders: Readonly<Record<string, Holder>> = { owner: "you", centre: "us", carrier: "carrier" };

/** What the case page shows of a claim. Forms and the one button are the route's business. */
export function caseModelOf(found: ClaimPage): Omit<CaseModel, "button" | "cancel" | "packing"> {
  const { claim, device, ribbon, timeline } = found;
  const { next } = claim;
  return {
    caseId: claim.id,
    device: device.name,
    sentence: caseSentence(claim),
    state: stateOf(claim),
    step: isOver(claim) ? undefined : steps[claim.state],
    holder: isOver(claim) ? undefined : holders[next.who],
    clock:
      next.by === undefined ? undefined : { label: words.clocks[next.what] ?? words.clockOther, at: next.by },
    money: moneyOf(claim),
    details: detailsOf(found),
    reasons: receiptSteps(asReceipt(claim.receipt)),
    history: timeline.flatMap(({ type, at }) => {
      const says = words.happened[type];
      return says === undefined ? [] : [{ at, says }];
    }),
    ribbon: ribbonWithCase(ribbon, [claim]),
  };
}

/** Ended without going through its steps: cancelled, or refused from the start. */
function isOver(claim: Pick<ClaimShape, "state" | "receipt">): boolean {
  return claim.state === "cancelled" || isRefused(claim);
}

function stateOf({ state, next, receipt }: ClaimShape): State {
  if (state === "closed") {
    return "ok";
  }
  if (isOver({ state, receipt })) {
    return state === "cancelled" ? "plain" : "problem";
  }
  return next.who === "owner" ? "needs" : "waiting";
}

/**
 * Now, later, back: what is due, what may be, what returns. A fee is written once it is known and never
 * guessed.
 */
function moneyOf({ state, fee, receipt }: ClaimShape): CaseModel["money"] {
  const promised = asReceipt(receipt).fee;
  const back = words.moneyNothing;
  if (fee !== undefined && state === "chosen") {
    return { now: words.moneyDue(formatMoney(fee)), later: words.moneyNothing, back };
  }
  if (fee !== undefined && fee.amount > 0) {
    return { now: words.moneyPaid(formatMoney(fee)), later: words.moneyNothing, back };
  }
  const open = state === "reported" || state === "received" || state === "inspected";
  if (!open || promised === null) {
    return { now: words.moneyNothing, later: open ? words.moneyOpen : words.moneyNothing, back };
  }
  const sum = { amount: promised.amount, currency: promised.currency ?? "EUR" };
  const later = sum.amount === 0 ? words.moneyNothing : words.moneyFee(formatMoney(sum));
  return { now: words.moneyNothing, later, back };
}

function detailsOf({ claim, swap, shipments, ribbon, reporter }: ClaimPage): readonly Fact[] {
  const causes: Readonly<Record<string, string>> = en.report.causes;
  const cause = String(claim.incident.cause);
  const parcel = shipments.at(-1);
  const working = claim.state === "paid" || claim.state === "replaced";
  const way = claim.choices?.find(({ route }) => working && route === claim.route);
  const promised = way?.workingDays;
  return [
    { label: words.reported, value: formatDay(dayOf(claim.openedAt, ribbon.zone)) },
    { label: en.report.what, value: causes[cause] ?? cause },
    { label: en.report.service, value: en.report.services[claim.channel] },
    { label: words.oldSerial, value: serial(claim.serial) },
    ...(swap === undefined ? [] : [{ label: words.newSerial, value: serial(swap.newSerial) }]),
    ...(parcel === undefined
      ? []
      : [{ label: words.tracking, value: `${parcel.carrier} ${parcel.tracking}` }]),
    ...(promised === undefined ? [] : [{ label: words.promise, value: words.leavesWithin(promised) }]),
    ...(reporter === undefined ? [] : [{ label: en.report.addressName, value: reporter.name }]),
  ];
}
