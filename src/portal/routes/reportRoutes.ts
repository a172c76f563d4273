import { reportSteps, type Step } from "../models/reportAnswers.ts";
import { keepElsewhere, partsAnswer } from "../models/reportDraft.ts";
import { namesOf, type ReportPlan, reportPlanOf } from "../models/reportPlan.ts";
import { keep } from "../visit/draft.ts";
import { isEmpty, pick } from "../visit/readForm.ts";
import { get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { guideDue, reportAsideRoutes } from "./reportAsideRoutes.ts";
import { reportDeviceRoutes } from "./reportDeviceRoutes.ts";
import { givenTo, showStep } from "./reportStepPages.ts";
import { cannotReport, otherDevice } from "./reportStops.ts";
import { sendReport } from "./sendReport.ts";

/** The first question that is not answered yet comes first, whatever address was opened. */
function isReady(step: Step, { steps, due }: ReportPlan): boolean {
  const places = steps.map(({ name }) => name);
  return places.includes(step.name) && places.indexOf(step.name) <= places.indexOf(due.name);
}

async function openStep(visit: Visit, step: Step): Promise<PageAnswer> {
  const given = givenTo(visit);
  if (given.deviceId === undefined) {
    return { goTo: "/report" };
  }
  const plan = await reportPlanOf(visit, given);
  if (plan.refused !== undefined) {
    return cannotReport(visit, plan.refused);
  }
  return isReady(step, plan) ? await showStep(visit, step, plan) : { goTo: `/report/${plan.due.name}` };
}

async function answerStep(visit: Visit, step: Step): Promise<PageAnswer> {
  const other = otherDevice(visit);
  const before = givenTo(visit);
  if (other !== undefined || before.deviceId === undefined) {
    return other ?? { goTo: "/report" };
  }
  const plan = await reportPlanOf(visit, before);
  if (plan.refused !== undefined || !isReady(step, plan)) {
    return plan.refused === undefined
      ? { goTo: `/report/${plan.due.name}` }
      : cannotReport(visit, plan.refused);
  }
  const given = { ...before, ...partsAnswer(plan.asked), ...pick(visit.sent, step.fields) };
  const mistakes = step.check(given, visit.now);
  if (!isEmpty(mistakes)) {
    return await showStep(visit, step, plan, { mistakes, values: given });
  }
  keep(visit.draft, "report", { ...given, keptAt: visit.now });
  const next = await reportPlanOf(visit, given);
  if (next.refused !== undefined) {
    return cannotReport(visit, next.refused);
  }
  await keepElsewhere(visit, given, namesOf(next.steps));
  const isGuided = step.name === "what" && (await guideDue(visit, given)) !== undefined;
  return { goTo: isGuided ? "/report/guide" : `/report/${after(step, next)}` };
}

/** The question behind this one, or an earlier one that is open. */
function after(step: Step, { steps, due }: ReportPlan): string {
  const places = steps.map(({ name }) => name);
  const following = places[places.indexOf(step.name) + 1] ?? "check";
  return places.indexOf(due.name) < places.indexOf(following) ? due.name : following;
}

/** Reporting damage, one question a page. Each answer is kept until the report is sent. */
export const reportRoutes = [
  ...reportDeviceRoutes,
  ...reportAsideRoutes,
  ...reportSteps.map((step) => get(`/report/${step.name}`, async (visit) => await openStep(visit, step))),
  ...reportSteps
    .filter(({ name }) => name !== "check")
    .map((step) => post(`/report/${step.name}`, async (visit) => await answerStep(visit, step))),
  post("/report/check", sendReport),
];
