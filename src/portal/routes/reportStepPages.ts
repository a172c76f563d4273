import type { Html } from "../html.ts";
import { answersRead } from "../models/answersRead.ts";
import { countries, everyCountry } from "../models/countries.ts";
import type { Step } from "../models/reportAnswers.ts";
import { partsAnswer } from "../models/reportDraft.ts";
import { namesOf, type ReportPlan } from "../models/reportPlan.ts";
import { firstWordOf, serviceCards } from "../models/serviceCards.ts";
import {
  type Question,
  reportAddressPage,
  reportBackPage,
  reportCheckPage,
  reportMorePage,
  reportPartsPage,
  reportRecordPage,
  reportServicePage,
  reportWhatPage,
  reportWhenPage,
} from "../pages/reportPages.ts";
import { answersMark } from "../visit/answersMark.ts";
import type { Answers } from "../visit/draft.ts";
import { formOf, frameOf, type Visit } from "../visit/visit.ts";

/** What this browser was told of a report. */
export function givenTo({ draft }: Visit): Answers {
  return draft.parts.get("report") ?? {};
}

type Shown = { readonly mistakes?: Answers; readonly values?: Answers; readonly changed?: boolean };

/** The page of a question, with what was told before. */
export async function showStep(visit: Visit, step: Step, plan: ReportPlan, shown: Shown = {}): Promise<Html> {
  const { mistakes = {}, values = givenTo(visit), changed = false } = shown;
  const question = questionOf(visit, step, plan, { values, mistakes });
  const frame = frameOf(visit, values.zone);
  switch (step.name) {
    case "what":
      return reportWhatPage(frame, question);
    case "when":
      return reportWhenPage(frame, { ...question, countries: everyCountry });
    case "back":
      return reportBackPage(frame, question);
    case "more":
      return reportMorePage(frame, question);
    case "parts":
      return reportPartsPage(frame, { ...question, parts: partsOf(plan) });
    case "record":
      return reportRecordPage(frame, question);
    case "service":
      return reportServicePage(frame, { ...question, ...(await serviceOf(visit, values, plan)) });
    case "address":
      return reportAddressPage(frame, { ...question, countries, gone: !namesOf(plan.steps).has("service") });
    case "check": {
      const answers = answersRead(values, namesOf(plan.steps));
      return reportCheckPage(frame, { ...question, answers, shown: answersMark(values), changed });
    }
  }
}

const partsOf = ({ asked }: ReportPlan) => (partsAnswer(asked).partsOf ?? "other").split(",");

async function serviceOf(visit: Visit, values: Answers, { asked }: ReportPlan) {
  return asked === undefined
    ? { cards: [] }
    : { cards: await serviceCards(visit, values, asked), answer: firstWordOf(asked) };
}

function questionOf(
  visit: Visit,
  step: Step,
  { steps, asked }: ReportPlan,
  { values, mistakes }: { readonly values: Answers; readonly mistakes: Answers },
): Question {
  const place = steps.findIndex(({ name }) => name === step.name);
  const isDaySaid = step.name !== "what" && step.name !== "when" && step.name !== "check";
  return {
    form: formOf(visit, values, mistakes),
    device: values.device,
    deviceId: values.deviceId ?? "",
    back: place <= 0 ? "/report" : `/report/${steps[place - 1]?.name}`,
    step: place + 1,
    of: steps.length,
    inside: isDaySaid && step.name !== "address" ? asked?.inside : undefined,
    elsewhere: step.name === "what" ? undefined : { ...formOf(visit), action: "/report/link" },
  };
}
