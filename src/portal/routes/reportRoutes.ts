import { openClaim } from "../../claims/index.ts";
import { countries, everyCountry } from "../models/countries.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { answersRead, claimCommand, reportFields, reportSteps, type Step } from "../models/reportAnswers.ts";
import {
  type Question,
  reportAddressPage,
  reportBackPage,
  reportCheckPage,
  reportPartsPage,
  reportServicePage,
  reportWhatPage,
  reportWhenPage,
} from "../pages/reportPages.ts";
import { answersMark } from "../visit/answersMark.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { isEmpty, pick } from "../visit/readForm.ts";
import { attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { reportDeviceRoutes } from "./reportDeviceRoutes.ts";

const words = en.report;

function draftOf({ draft }: Visit): Answers {
  return draft.parts.get("report") ?? {};
}

function questionOf(visit: Visit, step: Step, values: Answers, mistakes: Answers = {}): Question {
  const place = reportSteps.indexOf(step);
  return {
    form: formOf(visit, values, mistakes),
    device: values.device,
    deviceId: values.deviceId ?? "",
    back: place === 0 ? "/report" : `/report/${reportSteps[place - 1]?.name}`,
    step: place + 1,
  };
}

function showStep(visit: Visit, step: Step, mistakes: Answers = {}, values = draftOf(visit)): PageAnswer {
  const question = questionOf(visit, step, values, mistakes);
  const frame = frameOf(visit, values.zone);
  const page = {
    what: () => reportWhatPage(frame, question),
    when: () => reportWhenPage(frame, { ...question, countries: everyCountry }),
    parts: () => reportPartsPage(frame, { ...question, parts: (values.partsOf ?? "").split(",") }),
    back: () => reportBackPage(frame, question),
    service: () => reportServicePage(frame, question),
    address: () => reportAddressPage(frame, { ...question, countries }),
    check: () => readBack(visit, step),
  }[step.name]();
  return isEmpty(mistakes) ? page : { status: 400, page };
}

/** All answers once more, with the mark that says which ones were seen. */
function readBack(visit: Visit, step: Step, changed = false) {
  const values = draftOf(visit);
  const read = { answers: answersRead(values), shown: answersMark(values), changed };
  return reportCheckPage(frameOf(visit, values.zone), { ...questionOf(visit, step, values), ...read });
}

/** The first step that is not answered yet comes first, whatever address was opened. */
function guarded(visit: Visit, step: Step): Step | undefined {
  const kept = draftOf(visit);
  if (kept.deviceId === undefined) {
    return undefined;
  }
  const before = reportSteps.slice(0, reportSteps.indexOf(step));
  return before.find(({ check }) => !isEmpty(check(kept, visit.now))) ?? step;
}

function openStep(visit: Visit, step: Step): PageAnswer {
  const due = guarded(visit, step);
  if (due === undefined) {
    return { goTo: "/report" };
  }
  return due === step ? showStep(visit, step) : { goTo: `/report/${due.name}` };
}

/** The form that was sent is about a device; a second window may have begun a report of another one. */
function otherDevice(visit: Visit): PageAnswer | undefined {
  const told = visit.sent.deviceId ?? "";
  const isOther = /^dev_\w+$/.test(told) && told !== draftOf(visit).deviceId;
  return isOther ? { goTo: `/report/device/${told}` } : undefined;
}

function answerStep(visit: Visit, step: Step): PageAnswer {
  const other = otherDevice(visit);
  if (other !== undefined) {
    return other;
  }
  const due = guarded(visit, step);
  if (due !== step) {
    return { goTo: due === undefined ? "/report" : `/report/${due.name}` };
  }
  const given = { ...draftOf(visit), ...pick(visit.sent, step.fields) };
  const mistakes = step.check(given, visit.now);
  if (!isEmpty(mistakes)) {
    return showStep(visit, step, mistakes, given);
  }
  keep(visit.draft, "report", given);
  return { goTo: `/report/${reportSteps[reportSteps.indexOf(step) + 1]?.name ?? "check"}` };
}

async function sendReport(visit: Visit): Promise<PageAnswer> {
  const given = draftOf(visit);
  const last = reportSteps.find(({ name }) => name === "check") as Step;
  const other = otherDevice(visit);
  if (other !== undefined || guarded(visit, last) !== last) {
    return other ?? openStep(visit, last);
  }
  if (visit.sent.shown !== answersMark(given)) {
    return { status: 409, page: readBack(visit, last, true) };
  }
  const opened = await attempt(visit, openClaim, claimCommand(given), { fields: reportFields });
  if (opened.mistakes !== undefined) {
    const step = reportSteps.find(({ fields }) => fields.some((field) => field in opened.mistakes)) ?? last;
    return showStep(visit, step, opened.mistakes);
  }
  if (opened.refused !== undefined) {
    const way = { href: `/devices/${given.deviceId}`, picture: "check" as const, label: words.toDevice };
    return refusalOf(visit, opened.refused, {
      title: words.refusedTitle,
      calm: words.nothingSent,
      back: "/report/check",
      ways: [way],
    });
  }
  keep(visit.draft, "report", undefined);
  return { goTo: `/cases/${opened.reply.claim.id}/first` };
}

/** Reporting damage, one question a page. Each answer is kept until the report is sent. */
export const reportRoutes = [
  ...reportDeviceRoutes,
  ...reportSteps.map((step) => get(`/report/${step.name}`, async (visit) => openStep(visit, step))),
  ...reportSteps
    .filter(({ name }) => name !== "check")
    .map((step) => post(`/report/${step.name}`, async (visit) => answerStep(visit, step))),
  post("/report/check", sendReport),
];
