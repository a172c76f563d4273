import { appealClaim, listClaimAppeals, withdrawAppeal } from "../../claims/index.ts";
import { type ClaimPage, showClaim } from "../../service/index.ts";
import { mayContest } from "../models/mayContest.ts";
import { asReceipt, receiptSteps } from "../models/receiptSteps.ts";
import { type AppealModel, appealPage, askAppealPage } from "../pages/appealPages.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en, formatMoment } from "../words/index.ts";
import { refusedStep } from "./choiceRoutes.ts";

const words = en.appeal;

const idOf = ({ params }: Visit): string => params.id ?? "";

type Appeal = Awaited<ReturnType<(typeof listClaimAppeals)["run"]>>["data"][number];

/** What speaks against the owner, and only that: it is what they contest. */
function againstIn(receipt: object) {
  return receiptSteps(asReceipt(receipt)).filter(({ verdict }) => verdict === "fails");
}

async function show(visit: Visit, mistakes: Readonly<Record<string, string>> = {}): Promise<PageAnswer> {
  const id = idOf(visit);
  const [found, { data }] = await Promise.all([
    ask(visit, showClaim, { id }),
    ask(visit, listClaimAppeals, { id }),
  ]);
  const [newest] = data;
  if (newest !== undefined && !mayContest(found, newest)) {
    return appealPage(frameOf(visit, found.ribbon.zone), modelOf(visit, found, newest));
  }
  if (!mayContest(found, newest)) {
    return { goTo: `/cases/${id}` };
  }
  const form = { ...formOf(visit, visit.sent, mistakes), action: `/cases/${id}/appeal` };
  const page = askAppealPage(frameOf(visit, found.ribbon.zone), {
    ...{ form, back: `/cases/${id}` },
    against: againstIn(found.claim.receipt),
  });
  return Object.keys(mistakes).length > 0 ? { status: 400, page } : page;
}

function modelOf(visit: Visit, { claim, ribbon }: ClaimPage, appeal: Appeal): AppealModel {
  const { state, says, reason, dueAt } = appeal;
  const frame = frameOf(visit, ribbon.zone);
  const due = { label: words.dueBy, value: formatMoment(dueAt, ribbon.zone, frame.now) };
  return {
    ...{ caseId: claim.id, state },
    details: [
      ...(says === undefined ? [] : [{ label: words.ours, value: says }]),
      ...(state === "asked" ? [due] : []),
      { label: words.yourReason, value: reason },
    ],
    against: againstIn(appeal.receipt),
    withdraw:
      state === "asked" ? { ...formOf(visit), action: `/cases/${claim.id}/appeal/withdraw` } : undefined,
  };
}

/** Sentences as the act takes them; undefined for too few or too many of them. */
function readSaid(text = ""): string | undefined {
  const said = text.replaceAll(/[^\P{Cc}\n\r]/gu, " ").trim();
  return said.length < 10 || said.length > 2000 ? undefined : said;
}

async function send(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const reason = readSaid(visit.sent.reason);
  if (reason === undefined) {
    return await show(visit, { reason: words.reasonShort });
  }
  const asked = await attempt(visit, appealClaim, { id, reason });
  return asked.refused === undefined ? { goTo: `/cases/${id}/appeal` } : refusedStep(visit, asked.refused);
}

async function withdraw(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const { data } = await ask(visit, listClaimAppeals, { id });
  const open = data.find(({ state }) => state === "asked");
  if (open === undefined) {
    return { goTo: `/cases/${id}` };
  }
  const taken = await attempt(visit, withdrawAppeal, { id: open.id });
  return taken.refused === undefined ? { goTo: `/cases/${id}` } : refusedStep(visit, taken.refused);
}

/** A review of a decision: one field, how it stands, and taking it back. */
export const appealRoutes = [
  get("/cases/:id/appeal", async (visit) => await show(visit)),
  post("/cases/:id/appeal", send),
  post("/cases/:id/appeal/withdraw", withdraw),
];
