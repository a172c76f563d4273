import type { ClaimPage } from "../../service/index.ts";
import { isRefused } from "../models/caseSentence.ts";
import { needsCard } from "../models/needsCard.ts";
import { hasStep, holdTryOf, isUnderway, paymentStateOf, paymentStepOf } from "../models/paymentState.ts";
import type { CaseButton, CaseModel } from "../pages/casePage.ts";
import { formOf, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";

const words = en.claim;
const cancellable = ["reported", "received", "inspected", "chosen"];

function formTo(visit: Visit, action: string) {
  return { ...formOf(visit), action };
}

/** The one thing that is to be done next about a case; undefined where nothing is. */
export function buttonOf(visit: Visit, found: ClaimPage): CaseButton | undefined {
  const { claim, charge, hold } = found;
  const { id, state, fee } = claim;
  if (claim.appeal === "asked") {
    return { label: en.appeal.askedButton, href: `/cases/${id}/appeal` };
  }
  if (isRefused(claim)) {
    return { label: words.actions.why, href: `/cases/${id}/first` };
  }
  if (claim.question !== undefined) {
    return { label: en.question.button, href: `/cases/${id}/question` };
  }
  if (state === "cancelled") {
    return { label: en.device.report, href: `/report/device/${claim.deviceId}` };
  }
  if (state === "reported" && claim.next.what === "pay") {
    const { fee: due } = claim.receipt as { readonly fee?: { amount: number; currency: string } | null };
    return due ? { label: words.payButton(formatMoney(due)), href: `/cases/${id}/pay` } : undefined;
  }
  if (awaitsVisit(found)) {
    return { label: en.visit.title, href: `/cases/${id}/visit` };
  }
  if (found.appointment?.state === "held") {
    return { label: en.visit.book, href: `/cases/${id}/visit` };
  }
  if (hold !== undefined && claim.oldDevice === "awaited" && needsCard(hold)) {
    return { label: words.advance.giveCard, href: `/cases/${id}/pay` };
  }
  if (claim.next.what === "send_back") {
    return { label: en.oldDevice.button, href: `/cases/${id}/return` };
  }
  if (state === "inspected") {
    return { label: words.actions.choose, href: `/cases/${id}/choices` };
  }
  if (state === "chosen" && fee !== undefined) {
    const asked = holdTryOf(hold);
    if (asked?.nextUrl !== undefined) {
      return { label: en.pay.stepButton, href: `/cases/${id}/pay` };
    }
    const payment = asked?.attempt ?? paymentStateOf(charge);
    if (hasStep(charge)) {
      const { nextUrl } = paymentStepOf(charge);
      const label = nextUrl === undefined ? en.pay.seeTransfer : en.pay.stepButton;
      return { label, href: `/cases/${id}/pay` };
    }
    return payment === "none" || payment === "declined"
      ? { label: words.payButton(formatMoney(fee)), href: `/cases/${id}/pay` }
      : { label: words.actions.look, href: `/cases/${id}` };
  }
  return state === "shipped" && claim.oldDevice !== "awaited"
    ? { label: words.actions.received, form: formTo(visit, `/cases/${id}/received`) }
    : undefined;
}

/** It is to be brought, and nobody has said when. */
function awaitsVisit({ claim, appointment }: ClaimPage): boolean {
  const isAwaited = appointment !== undefined && ["held", "booked", "arrived"].includes(appointment.state);
  return claim.channel === "swift" && claim.next.what === "send" && !isAwaited;
}

/** The form that ends a case early. While a payment is on its way it would be refused. */
export function cancelOf(visit: Visit, { claim, charge }: ClaimPage): CaseModel["cancel"] {
  const payment = paymentStateOf(charge);
  if (
    claim.appeal === "asked" ||
    !cancellable.includes(claim.state) ||
    isUnderway(payment) ||
    payment === "captured"
  ) {
    return undefined;
  }
  const form = formTo(visit, `/cases/${claim.id}/cancel`);
  return isRefused(claim)
    ? { form, title: words.closeCase, note: words.closeNote }
    : { form, title: words.cancel, note: cancelNoteOf(claim) };
}

/** Before the look it costs nothing; after it what the sheet says of the way back. */
function cancelNoteOf({ choices = [], state }: ClaimPage["claim"]): string {
  const back = choices.find(({ route }) => route === "return");
  const costs = (state === "inspected" || state === "chosen") && back !== undefined && back.fee.amount > 0;
  return costs ? words.cancelCosts(formatMoney(back.fee)) : words.cancelNote;
}
