import type { ClaimShape } from "../../claims/index.ts";
import type { ClaimPage } from "../../service/index.ts";
import type { CaseModel } from "../pages/casePage.ts";
import type { PaymentState } from "../pages/paymentPage.ts";
import type { Holder } from "../parts/caseSteps.ts";
import type { Fact } from "../parts/facts.ts";
import type { State } from "../parts/notice.ts";
import { serial } from "../parts/serial.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { caseSentence, isRefused } from "./caseSentence.ts";
import { isUnderway, paymentStateOf } from "./paymentState.ts";
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

const holders: Readonly<Record<string, Holder>> = { owner: "you", centre: "us", carrier: "carrier" };

/** What the case page shows of a claim. Forms, the one button and the parcel are the route's business. */
export function caseModelOf(found: ClaimPage): Omit<CaseModel, "button" | "cancel" | "packing"> {
  const { claim, device, ribbon, timeline } = found;
  const payment = paymentStateOf(found.charge);
  const lapsed = timeline.some(({ type }) => type === "claim.lapsed");
  return {
    caseId: claim.id,
    device: device.name,
    sentence: claim.state === "cancelled" && lapsed ? words.lapsed : caseSentence(claim, payment),
    note: noteOf(found, payment),
    state: stateOf(claim, payment),
    step: isOver(claim) ? undefined : steps[claim.state],
    holder: isOver(claim) || paysNow(claim, payment) ? undefined : holders[claim.next.who],
    clock: clockOf(claim, payment),
    money: moneyOf(claim, payment),
    details: detailsOf(found),
    reasons: receiptSteps(asReceipt(claim.receipt)),
    history: timeline.flatMap(({ type, at }) => {
      const says = words.happened[type];
      return says === undefined ? [] : [{ at, says }];
    }),
    ribbon: ribbonWithCase(ribbon, [claim], payment),
  };
}

/** Ended without going through its steps: cancelled, or refused from the start. */
function isOver(claim: Pick<ClaimShape, "state" | "receipt">): boolean {
  return claim.state === "cancelled" || isRefused(claim);
}

/** The owner has paid; what came of it is not known yet, or not written down in the case. */
function paysNow({ state }: Pick<ClaimShape, "state">, payment: PaymentState): boolean {
  return state === "chosen" && (payment === "captured" || isUnderway(payment));
}

/** What a nervous reader asks next: how a refused case ends, what a payment is waiting for, what failed. */
function noteOf({ claim, ribbon }: ClaimPage, payment: PaymentState): string | undefined {
  if (isRefused(claim)) {
    const { by } = claim.next;
    return by === undefined ? words.nothingToSend : words.endsByItself(formatDay(lastDayOf(by, ribbon.zone)));
  }
  if (claim.state !== "chosen" || payment === "none") {
    return undefined;
  }
  return {
    pending: words.payPending,
    unknown: words.payUnknown,
    captured: words.payNoted,
    declined: words.payFailed,
  }[payment];
}

function clockOf(claim: ClaimShape, payment: PaymentState): CaseModel["clock"] {
  const { who, what, by } = claim.next;
  return by === undefined || (who === "owner" && !awaitsOwner(claim, payment))
    ? undefined
    : { label: words.clocks[what] ?? words.clockOther, at: by };
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

/**
 * Now, later, back: what is due, what may be, what returns. A fee is written once it is known and never
 * guessed.
 */
function moneyOf(claim: ClaimShape, payment: PaymentState): CaseModel["money"] {
  const { state, fee, receipt } = claim;
  const promised = asReceipt(receipt).fee;
  const back = words.moneyNothing;
  const nothing = { now: words.moneyNothing, later: words.moneyNothing, back };
  if (isOver(claim)) {
    return nothing;
  }
  if (fee !== undefined && state === "chosen") {
    const sum = formatMoney(fee);
    const due = { captured: words.moneyPaid, pending: words.moneyComes, unknown: words.moneyComes };
    return { ...nothing, now: (due[payment as keyof typeof due] ?? words.moneyDue)(sum) };
  }
  if (fee !== undefined && fee.amount > 0) {
    return { ...nothing, now: words.moneyPaid(formatMoney(fee)) };
  }
  const open = state === "reported" || state === "received" || state === "inspected";
  if (!open || promised === null) {
    return { ...nothing, later: open ? words.moneyOpen : words.moneyNothing };
  }
  const sum = { amount: promised.amount, currency: promised.currency ?? "EUR" };
  return { ...nothing, later: sum.amount === 0 ? words.moneyNothing : words.moneyFee(formatMoney(sum)) };
}

/** What the bench saw: the cause, and the parts that are broken. */
export function findingOf({ inspections }: ClaimPage): string | undefined {
  const { cause, parts } = inspections.at(-1)?.findings ?? {};
  const causes: Readonly<Record<string, string>> = en.report.causes;
  const broken = Array.isArray(parts)
    ? parts.map((part) => en.places.parts[String(part)] ?? String(part))
    : [];
  const said = [causes[String(cause)], broken.join(", ")].filter(Boolean);
  return said.length === 0 ? undefined : said.join(". ");
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
