import { answerQuestion } from "../../claims/index.ts";
import { showClaim } from "../../service/index.ts";
import { partsOf } from "../models/mismatchRows.ts";
import { questionPage } from "../pages/questionPage.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en, formatMoment } from "../words/index.ts";
import { refusedStep } from "./choiceRoutes.ts";

const words = en.question;

const idOf = ({ params }: Visit): string => params.id ?? "";

async function show(visit: Visit, mistakes: Readonly<Record<string, string>> = {}): Promise<PageAnswer> {
  const id = idOf(visit);
  const { claim, ribbon, expectedParts } = await ask(visit, showClaim, { id });
  const { question, next } = claim;
  if (question === undefined) {
    return { goTo: `/cases/${id}` };
  }
  const frame = frameOf(visit, ribbon.zone);
  const page = questionPage(frame, {
    caseId: id,
    form: { ...formOf(visit, visit.sent, mistakes), action: `/cases/${id}/question` },
    ...{ about: question.about, says: question.says, answers: question.answers },
    expected: partsOf(expectedParts),
    by: next.by === undefined ? undefined : formatMoment(next.by, ribbon.zone, frame.now),
  });
  return Object.keys(mistakes).length > 0 ? { status: 400, page } : page;
}

async function send(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const { claim } = await ask(visit, showClaim, { id });
  const answer = claim.question?.answers.find((known) => known === visit.sent.answer);
  if (claim.question !== undefined && answer === undefined) {
    return await show(visit, { answer: words.choose });
  }
  if (answer === undefined) {
    return { goTo: `/cases/${id}` };
  }
  const says = (visit.sent.says ?? "").replace(/\s+/g, " ").trim().slice(0, 500);
  const taken = await attempt(visit, answerQuestion, { id, answer, ...(says === "" ? {} : { says }) });
  return taken.refused === undefined ? { goTo: `/cases/${id}` } : refusedStep(visit, taken.refused);
}

/** What the service centre asks about a parcel. */
export const questionRoutes = [
  get("/cases/:id/question", async (visit) => await show(visit)),
  post("/cases/:id/question", send),
];
