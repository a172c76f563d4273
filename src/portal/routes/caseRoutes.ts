import { cancelClaim, chooseRoute, closeClaim, routes, showChoices } from "../../claims/index.ts";
import { type ClaimPage, showClaim } from "../../service/index.ts";
import { caseModelOf } from "../models/caseModel.ts";
import { isRefused } from "../models/caseSentence.ts";
import { doorRows } from "../models/doorRows.ts";
import { asReceipt, receiptSteps, windowFacts } from "../models/receiptSteps.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { type CaseButton, casePage } from "../pages/casePage.ts";
import { type Choice, choicesPage } from "../pages/choicesPage.ts";
import { type FirstAnswer, firstAnswerPage } from "../pages/firstAnswerPage.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import type { Packing } from "../parts/packing.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.claim;
const cancellable = ["reported", "received", "inspected", "chosen"];
const restAtHome = ["memory-card", "accessories"];

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
    packing: claim.next.what === "send" && !isRefused(claim) ? packingOf(visit, found) : undefined,
    cancel: cancellable.includes(claim.state) ? formTo(visit, `/cases/${claim.id}/cancel`) : undefined,
  });
}

function buttonOf(visit: Visit, { claim }: ClaimPage): CaseButton | undefined {
  const { id, state } = claim;
  if (state === "inspected") {
    return { label: words.actions.choose, href: `/cases/${id}/choices` };
  }
  if (state === "chosen") {
    return { label: words.actions.pay, href: `/cases/${id}/pay` };
  }
  return state === "shipped"
    ? { label: words.received, form: formTo(visit, `/cases/${id}/received`) }
    : undefined;
}

/** What to send: as it was said when the damage was reported, else what the terms ask back. */
function packingOf(visit: Visit, { claim, expectedParts }: ClaimPage): Packing {
  const said = visit.draft.parts.get("packing");
  const listed = (names: string | undefined) => names?.split(",").filter((name) => name !== "");
  return {
    send: listed(said?.send) ?? expectedParts,
    keep: listed(said?.keep) ?? restAtHome,
    sendBy: claim.next.what === "send" ? claim.next.by : undefined,
  };
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
    packing: packingOf(visit, found),
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
  if (claim.state !== "inspected") {
    return { goTo: claim.state === "chosen" ? `/cases/${id}/pay` : `/cases/${id}` };
  }
  return choicesPage(frameOf(visit, ribbon.zone), {
    caseId: id,
    chooseBy: claim.next.by,
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
    reasons: receiptSteps(asReceipt(claim.receipt)),
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
