import { openClaim } from "../../claims/index.ts";
import { linkFor } from "../../identity/index.ts";
import { claimCommand, reportFields, reportSteps, type Step } from "../models/reportAnswers.ts";
import { namesOf, reportPlanOf } from "../models/reportPlan.ts";
import { answersMark } from "../visit/answersMark.ts";
import { keep } from "../visit/draft.ts";
import { attempt, type PageAnswer, type Visit } from "../visit/visit.ts";
import { givenTo, showStep } from "./reportStepPages.ts";
import { cannotReport, otherDevice } from "./reportStops.ts";
import { linkCookie } from "./signInRoutes.ts";

/** Sends the report as it was read back. */
export async function sendReport(visit: Visit): Promise<PageAnswer> {
  const given = givenTo(visit);
  const other = otherDevice(visit);
  if (other !== undefined || given.deviceId === undefined) {
    return other ?? { goTo: "/report" };
  }
  const plan = await reportPlanOf(visit, given);
  const last = reportSteps.find(({ name }) => name === "check") as Step;
  if (plan.refused !== undefined || plan.due !== last) {
    return plan.refused === undefined
      ? { goTo: `/report/${plan.due.name}` }
      : cannotReport(visit, plan.refused);
  }
  if (visit.sent.shown !== answersMark(given)) {
    return { status: 409, page: await showStep(visit, last, plan, { changed: true }) };
  }
  const command = claimCommand(given, namesOf(plan.steps));
  const opened = await attempt(visit, openClaim, command, { fields: reportFields });
  if (opened.mistakes !== undefined) {
    const { mistakes } = opened;
    const step = plan.steps.find(({ fields }) => fields.some((field) => field in mistakes)) ?? last;
    return await showStep(visit, step, plan, { mistakes, values: given });
  }
  return opened.refused === undefined
    ? isSent(visit, opened.reply.claim.id)
    : cannotReport(visit, opened.refused);
}

/** The answers are forgotten; who came by the link of a draft goes on by one of the case. */
function isSent(visit: Visit, id: string): PageAnswer {
  keep(visit.draft, "report", undefined);
  if (visit.email === undefined && visit.caller.link?.kind === "draft") {
    visit.cookies.push(linkCookie(visit, linkFor(visit.platform, "claim", id), `/cases/${id}`));
  }
  return { goTo: `/cases/${id}/first` };
}
