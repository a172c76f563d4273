import { type ClaimPage, showClaim } from "../../service/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { doorRows } from "../models/doorRows.ts";
import { foundIn } from "../models/foundIn.ts";
import { mayContest } from "../models/mayContest.ts";
import { packingOf } from "../models/packingOf.ts";
import { asReceipt, receiptSteps, windowFacts } from "../models/receiptSteps.ts";
import { type FirstAnswer, firstAnswerPage } from "../pages/firstAnswerPage.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import { ask, frameOf, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.claim;

/** What the report of a damage comes to, as far as it was told. */
export async function showFirstAnswer(visit: Visit) {
  const found = await ask(visit, showClaim, { id: visit.params.id ?? "" });
  const { claim, contract, ribbon } = found;
  const { outcome, fee, uses, against } = asReceipt(claim.receipt);
  const granted = contract?.benefits.find(({ benefit }) => benefit === uses?.benefit)?.granted;
  if (claim.appeal === "asked") {
    return { goTo: `/cases/${claim.id}/appeal` };
  }
  if (outcome === "refused") {
    return refusedAnswer(visit, found);
  }
  const kind: Readonly<Record<string, FirstAnswer["outcome"]>> = {
    plan: "plan",
    hold: "plan",
    warranty: "warranty",
    statutory: "statutory",
    goodwill: "goodwill",
    paid: "paid",
  };
  return firstAnswerPage(frameOf(visit, ribbon.zone), {
    caseId: claim.id,
    answer: {
      outcome: claim.next.what === "analyse" ? "gone" : (kind[outcome] ?? "open"),
      fee: fee === null || fee.currency === null ? undefined : { amount: fee.amount, currency: fee.currency },
      uses: usesSaid(uses, granted),
    },
    refused: outcome === "paid" && against.length > 0,
    reasons: receiptSteps(asReceipt(claim.receipt)),
    packing: claim.next.what === "analyse" ? undefined : packingOf(found),
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
function refusedAnswer(visit: Visit, found: ClaimPage) {
  const { claim, ribbon, inspections } = found;
  const receipt = asReceipt(claim.receipt);
  const review = { href: `/cases/${claim.id}/appeal`, picture: "check" as const };
  const doors = mayContest(found) ? [{ ...review, label: en.appeal.title, note: en.appeal.note }] : [];
  const page = { href: `/cases/${claim.id}`, picture: "parcel" as const, label: words.toCase };
  return refusalPage(frameOf(visit, ribbon.zone), {
    title: words.answerNo,
    says: words.answerNoSays,
    against: receiptSteps(receipt).filter(({ verdict }) => verdict === "fails"),
    dates: windowFacts(receipt, visit.now),
    lacks: [],
    found: foundIn(claim, inspections.at(-1)?.findings),
    doors: doorRows(
      receipt.doors.map(({ door }) => door),
      [...doors, page],
    ),
    back: `/cases/${claim.id}`,
  });
}
