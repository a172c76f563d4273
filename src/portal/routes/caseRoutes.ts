import { cancelClaim, chooseRoute, closeClaim, routes, showChoices } from "../../claims/index.ts";
import { type ClaimPage, showClaim } from "../../service/index.ts";
import { caseModelOf, findingOf } from "../models/caseModel.ts";
import { isRefused } from "../models/caseSentence.ts";
import { doorRows } from "../models/doorRows.ts";
import { isUnderway, paymentStateOf } from "../models/paymentState.ts";
import { asReceipt, receiptSteps, windowFacts } from "../models/receiptSteps.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { type CaseButton, type CaseModel, casePage } from "../pages/casePage.ts";
import { type Choice, choicesPage } from "../pages/choicesPage.ts";
import { type FirstAnswer, firstAnswerPage } from "../pages/firstAnswerPage.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import type { Packing } from "../parts/packing.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";

const words = en.claim;
const cancellable = ["reported", "received", "inspected", "chosen"];
const restAtHome = ["controller", "memory-card", "accessories"];

function idOf({ params }: Visit): string {
  return params.id ?? "";
}

function formTo(visit: Visit, action: string) {
  return { ...formOf(visit), action };
}

async function showCase(visit: Visit) {
  const found = await ask(visit, showClaim, { id: idOf(visit) });
  const { claim } = found;
  return casePage(frameOf(visit, found.ribbon.zone), {
    ...caseModelOf(found),
    button: buttonOf(visit, found),
    packing: awaitsParcel(claim) ? packingOf(found) : undefined,
    cancel: cancelOf(visit, found),
  });
}

function buttonOf(visit: Visit, { claim, charge }: ClaimPage): CaseButton | undefined {
  const { id, state, fee } = claim;
  if (isRefused(claim)) {
    return { label: words.actions.why, href: `/cases/${id}/first` };
  }
  if (state === "inspected") {
    return { label: words.actions.choose, href: `/cases/${id}/choices` };
  }
  if (state === "chosen" && fee !== undefined) {
    const payment = paymentStateOf(charge);
    return payment === "none" || payment === "declined"
      ? { label: words.payButton(formatMoney(fee)), href: `/cases/${id}/pay` }
      : { label: words.actions.look, href: `/cases/${id}` };
  }
  return state === "shipped"
    ? { label: words.actions.received, form: formTo(visit, `/cases/${id}/received`) }
    : undefined;
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
  return !isRefused(claim) && (claim.next.what === "send" || claim.next.what === "send_rest");
}

/** What to send: all that the terms ask back, or what of it was missing from the parcels so far. */
function packingOf({ claim, expectedParts, intakes }: ClaimPage): Packing {
  const { what, by: sendBy } = claim.next;
  const arrived = new Set(intakes.flatMap(({ parts }) => parts));
  const missing = expectedParts.filter((part) => !arrived.has(part));
  return { send: missing, keep: what === "send_rest" ? [] : restAtHome, sendBy };
}

async function showFirstAnswer(visit: Visit) {
  const found = await ask(visit, showClaim, { id: idOf(visit) });
  const { claim, contract, ribbon } = found;
  const { outcome, fee, uses, against } = asReceipt(claim.receipt);
  const granted = contract?.benefits.find(({ benefit }) => benefit === uses?.benefit)?.granted;
  if (outcome === "refused") {
    return refusedAnswer(visit, found);
  }
  const kind: Readonly<Record<string, FirstAnswer["outcome"]>> = {
    plan: "plan",
    hold: "plan",
    warranty: "warranty",
    statutory: "warranty",
    paid: "paid",
  };
  return firstAnswerPage(frameOf(visit, ribbon.zone), {
    caseId: claim.id,
    answer: {
      outcome: kind[outcome] ?? "open",
      fee: fee === null || fee.currency === null ? undefined : { amount: fee.amount, currency: fee.currency },
      uses: uses === null ? undefined : { nth: uses.nth, of: granted ?? uses.nth + uses.left },
    },
    refused: outcome === "paid" && against.length > 0,
    reasons: receiptSteps(asReceipt(claim.receipt)),
    packing: packingOf(found),
  });
}

/** The plan and a repair are both closed: the clauses that say so, and the doors that are left. */
function refusedAnswer(visit: Visit, { claim, ribbon }: ClaimPage) {
  const receipt = asReceipt(claim.receipt);
  const page = { href: `/cases/${claim.id}`, picture: "parcel" as const, label: words.toCase };
  return refusalPage(frameOf(visit, ribbon.zone), {
    title: words.answerNo,
    says: words.answerNoSays,
    against: receiptSteps(receipt).filter(({ verdict }) => verdict === "fails"),
    dates: windowFacts(receipt, visit.now),
    lacks: receipt.wouldChange.map(({ says }) => says),
    doors: [...doorRows(receipt.doors.map(({ door }) => door)), page],
    back: `/cases/${claim.id}`,
  });
}

async function showSheet(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const [found, sheet] = await Promise.all([ask(visit, showClaim, { id }), ask(visit, showChoices, { id })]);
  const { claim, ribbon } = found;
  const receipt = asReceipt(claim.receipt);
  if (claim.state !== "inspected") {
    return { goTo: claim.state === "chosen" ? `/cases/${id}/pay` : `/cases/${id}` };
  }
  return choicesPage(frameOf(visit, ribbon.zone), {
    caseId: id,
    finding: findingOf(found),
    chooseBy: claim.next.by,
    notCovered: receipt.outcome === "paid" && receipt.against.length > 0,
    form: formOf(visit),
    choices: sheet.choices.map(
      ({ route, fee, workingDays, uses, unit, warranty }): Choice => ({
        route,
        price: fee,
        workingDays,
        leftAfter: uses?.left,
        unit: words.units[unit],
        warranty: words.warrantyEffects[warranty],
      }),
    ),
    reasons: receiptSteps(receipt),
  });
}

async function choose(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const route = routes.find((known) => known === visit.sent.route);
  if (route === undefined) {
    return { goTo: `/cases/${id}/choices` };
  }
  const chosen = await attempt(visit, chooseRoute, { id, route });
  if (chosen.refused !== undefined) {
    return refusedStep(visit, chosen.refused);
  }
  return { goTo: chosen.reply?.state === "chosen" ? `/cases/${id}/pay` : `/cases/${id}` };
}

type Refused = Parameters<typeof refusalOf>[1];

function refusedStep(visit: Visit, refusal: Refused) {
  const back = `/cases/${idOf(visit)}`;
  const way = { href: back, picture: "parcel" as const, label: words.toCase };
  return refusalOf(visit, refusal, { title: words.noStepTitle, back, ways: [way] });
}

/** The case page, its first answer, the choice sheet, and the two steps that need no page of their own. */
export const caseRoutes = [
  get("/cases/:id", showCase),
  get("/cases/:id/first", showFirstAnswer),
  get("/cases/:id/choices", showSheet),
  post("/cases/:id/choices", choose),
  post("/cases/:id/received", async (visit) => {
    const closed = await attempt(visit, closeClaim, { id: idOf(visit) });
    return closed.refused === undefined
      ? { goTo: `/cases/${idOf(visit)}` }
      : refusedStep(visit, closed.refused);
  }),
  post("/cases/:id/cancel", async (visit) => {
    const cancelled = await attempt(visit, cancelClaim, { id: idOf(visit) });
    return cancelled.refused === undefined
      ? { goTo: `/cases/${idOf(visit)}` }
      : refusedStep(visit, cancelled.refused);
  }),
];
