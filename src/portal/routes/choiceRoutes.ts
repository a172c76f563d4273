import { type ClaimShape, chooseRoute, routes, showChoices } from "../../claims/index.ts";
import { listQuotes, showClaim } from "../../service/index.ts";
import { findingOf } from "../models/findingOf.ts";
import { findingsOf, usesOf, waysOf } from "../models/findingsOf.ts";
import { refusalOf, seenPrice } from "../models/index.ts";
import { mayContest } from "../models/mayContest.ts";
import { quoteShown, seenQuote } from "../models/quoteShown.ts";
import { asReceipt, receiptSteps } from "../models/receiptSteps.ts";
import { type Choice, choicesPage } from "../pages/choicesPage.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { showFirstAnswer } from "./showFirstAnswer.ts";

const words = en.claim;

function idOf({ params }: Visit): string {
  return params.id ?? "";
}

async function showSheet(visit: Visit, priceChanged = false): Promise<PageAnswer> {
  const id = idOf(visit);
  const [found, sheet, quotes] = await Promise.all([
    ask(visit, showClaim, { id }),
    ask(visit, showChoices, { id }),
    ask(visit, listQuotes, { id }),
  ]);
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
    appeal: mayContest(found) ? `/cases/${id}/appeal` : undefined,
    notCovered: receipt.outcome === "paid" && receipt.against.length > 0,
    form: formOf(visit),
    askPrice: lacksPrice(claim, sheet.choices)
      ? { ...formOf(visit), action: `/cases/${id}/messages` }
      : undefined,
    choices: sheet.choices.map((way): Choice => {
      const { route, fee: price, workingDays, uses, unit, warranty } = way;
      return {
        ...{ route, price, workingDays },
        leftAfter: uses?.left,
        takes: usesOf(way),
        clauses: way.clauses,
        quote: quoteShown(way, quotes.data, { id, zone: ribbon.zone, now: visit.now }),
        unit: words.units[unit],
        warranty: words.warrantyEffects[warranty],
        ways: waysOf(claim, way),
        says: way.override?.says,
      };
    }),
    reasons: receiptSteps(receipt),
  });
  return priceChanged ? { status: 409, page } : page;
}

/** The terms leave a repair at its price open, and the bench has named none. */
function lacksPrice(
  { receipt, found = [] }: Pick<ClaimShape, "receipt" | "found">,
  choices: readonly { readonly route: string }[],
): boolean {
  const receipts = [receipt, ...found.map((each) => each.receipt)];
  const isOpen = receipts.some((each) => asReceipt(each).outcome === "paid");
  return isOpen && choices.every(({ route }) => route !== "paid");
}

async function choose(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const route = routes.find((known) => known === visit.sent.route);
  if (route === undefined) {
    return { goTo: `/cases/${id}/choices` };
  }
  const chosen = await attempt(visit, chooseRoute, {
    id,
    route,
    ...seenPrice(visit.sent),
    ...seenQuote(visit.sent),
  });
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
