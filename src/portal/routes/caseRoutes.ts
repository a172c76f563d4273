import { cancelClaim, closeClaim } from "../../claims/index.ts";
import { type ClaimPage, showClaim } from "../../service/index.ts";
import { caseModelOf } from "../models/caseModel.ts";
import { isRefused } from "../models/caseSentence.ts";
import { needsCard } from "../models/needsCard.ts";
import { packingOf } from "../models/packingOf.ts";
import { hasStep, holdTryOf, isUnderway, paymentStateOf, paymentStepOf } from "../models/paymentState.ts";
import { expectedVisit } from "../models/visitModel.ts";
import { type CaseButton, type CaseModel, casePage } from "../pages/casePage.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { channelRoutes, rerouteOf } from "./channelRoutes.ts";
import { choiceRoutes, refusedStep } from "./choiceRoutes.ts";

const words = en.claim;
const cancellable = ["reported", "received", "inspected", "chosen"];

function formTo(visit: Visit, action: string) {
  return { ...formOf(visit), action };
}

async function showCase(visit: Visit) {
  const found = await ask(visit, showClaim, { id: visit.params.id ?? "" });
  const { claim } = found;
  return casePage(frameOf(visit, found.ribbon.zone), {
    ...caseModelOf(found, visit.now),
    ...expectedVisit(found, visit.now),
    button: buttonOf(visit, found),
    packing: awaitsParcel(claim) ? packingOf(found) : undefined,
    reroute: await rerouteOf(visit, found),
    cancel: cancelOf(visit, found),
  });
}

function buttonOf(visit: Visit, found: ClaimPage): CaseButton | undefined {
  const { claim, charge, hold } = found;
  const { id, state, fee } = claim;
  if (isRefused(claim)) {
    return { label: words.actions.why, href: `/cases/${id}/first` };
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
function cancelOf(visit: Visit, { claim, charge }: ClaimPage): CaseModel["cancel"] {
  const payment = paymentStateOf(charge);
  if (!cancellable.includes(claim.state) || isUnderway(payment) || payment === "captured") {
    return undefined;
  }
  const form = formTo(visit, `/cases/${claim.id}/cancel`);
  return isRefused(claim)
    ? { form, title: words.closeCase, note: words.closeNote }
    : { form, title: words.cancel, note: words.cancelNote };
}

function awaitsParcel(claim: ClaimPage["claim"]): boolean {
  return !isRefused(claim) && ["send", "send_rest", "send_back"].includes(claim.next.what);
}

/** Takes a step that needs no page of its own, and shows the case again. */
async function step(visit: Visit, act: typeof closeClaim): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const taken = await attempt(visit, act, { id });
  return taken.refused === undefined ? { goTo: `/cases/${id}` } : refusedStep(visit, taken.refused);
}

/** The case page, the pages of its choice, and the two steps that need no page of their own. */
export const caseRoutes = [
  ...choiceRoutes,
  ...channelRoutes,
  get("/cases/:id", showCase),
  post("/cases/:id/received", async (visit) => await step(visit, closeClaim)),
  post("/cases/:id/cancel", async (visit) => await step(visit, cancelClaim)),
];
