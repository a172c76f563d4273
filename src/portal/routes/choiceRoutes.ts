import { chooseRoute, routes, showChoices } from "../../claims/index.ts";
import { type ClaimPage, showClaim } from "../../service/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { doorRows } from "../models/doorRows.ts";
import { findingOf } from "../models/findingOf.ts";
import { findingsOf, usesOf, waysOf } from "../models/findingsOf.ts";
import { refusalOf, seenPrice } from "../models/index.ts";
import { packingOf } from "../models/packingOf.ts";
import { asReceipt, receiptSteps, windowFacts } from "../models/receiptSteps.ts";
import { type Choice, choicesPage } from "../pages/choicesPage.ts";
import { type FirstAnswer, firstAnswerPage } from "../pages/firstAnswerPage.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.claim;

function idOf({ params }: Visit): string {
  return params.id ?? "";
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
      uses: usesSaid(uses, granted),
    },
    refused: outcome === "paid" && against.length > 0,
    reasons: receiptSteps(asReceipt(claim.receipt)),
    packing: packingOf(found),
  });
}

/** Which replacement of how many; nothing where the terms do not count them. */
function usesSaid(uses: Receipt["uses"], granted: number | undefined): FirstAnswer["uses"] {
  if (uses === null || uses.nth === null || uses.left === null) {
    return undefined;
  }
  return { nth: uses.nth, of: granted ?? uses.nth + uses.left };
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
    lacks: [],
    doors: doorRows(
      receipt.doors.map(({ door }) => door),
      [page],
    ),
    back: `/cases/${claim.id}`,
  });
}

async function showSheet(visit: Visit, priceChanged = false): Promise<PageAnswer> {
  const id = idOf(visit);
  const [found, sheet] = await Promise.all([ask(visit, showClaim, { id }), ask(visit, showChoices, { id })]);
  const { claim, ribbon } = found;
  const receipt = asReceipt(claim.receipt);
  if (claim.state !== "inspected") {
    return { goTo: claim.state === "chosen" ? `/cases/${id}/pay` : `/cases/${id}` };
  }
  const page = choicesPage(frameOf(visit, ribbon.zone), {
    caseId: id,
    priceChanged,
    finding: claim.found === undefined ? findingOf(found) : undefined,
    chooseBy: claim.next.by,
    findings: findingsOf(claim),
    notCovered: receipt.outcome === "paid" && receipt.against.length > 0,
    form: formOf(visit),
    choices: sheet.choices.map((way): Choice => {
      const { route, fee: price, workingDays, uses, unit, warranty } = way;
      return {
        ...{ route, price, workingDays },
        leftAfter: uses?.left,
        takes: usesOf(way),
        unit: words.units[unit],
        warranty: words.warrantyEffects[warranty],
        ways: waysOf(claim, way),
      };
    }),
    reasons: receiptSteps(receipt),
  });
  return priceChanged ? { status: 409, page } : page;
}

async function choose(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const route = routes.find((known) => known === visit.sent.route);
  if (route === undefined) {
    return { goTo: `/cases/${id}/choices` };
  }
  const chosen = await attempt(visit, chooseRoute, { id, route, ...seenPrice(visit.sent) });
  if (chosen.refused?.code === "price_changed") {
    return await showSheet(visit, true);
  }
  if (chosen.refused !== undefined) {
    return refusedStep(visit, chosen.refused);
  }
  return { goTo: chosen.reply?.state === "chosen" ? `/cases/${id}/pay` : `/cases/${id}` };
}

type Refused = Parameters<typeof refusalOf>[1];

/** A step that came too late or too early: how that is, and the case as it stands. */
export function refusedStep(visit: Visit, refusal: Refused) {
  const back = `/cases/${idOf(visit)}`;
  const way = { href: back, picture: "parcel" as const, label: words.toCase };
  return refusalOf(visit, refusal, { title: words.noStepTitle, calm: words.nothingDone, back, ways: [way] });
}

/** The first answer to a report, and the choice after the inspection. */
export const choiceRoutes = [
  get("/cases/:id/first", showFirstAnswer),
  get("/cases/:id/choices", async (visit) => await showSheet(visit)),
  post("/cases/:id/choices", choose),
];
