import { termsOf } from "../../catalogue/index.ts";
import { openClaim } from "../../claims/index.ts";
import { readDevice } from "../../contracts/index.ts";
import { countries } from "../models/countries.ts";
import { devicesOf } from "../models/devicesOf.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { answersRead, claimCommand, reportFields, reportSteps, type Step } from "../models/reportAnswers.ts";
import { devicesPage } from "../pages/devicesPage.ts";
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
import { type Answers, keep } from "../visit/draft.ts";
import { isEmpty, pick } from "../visit/readForm.ts";
import {
  ask,
  attempt,
  formOf,
  frameOf,
  get,
  type PageAnswer,
  post,
  reader,
  type Visit,
} from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.report;
const services = [{ channel: "online" }, { channel: "quick" }, { channel: "swift" }] as const;

function draftOf({ draft }: Visit): Answers {
  return draft.parts.get("report") ?? {};
}

/** Which device broke: the only one there is, or a choice. */
async function chooseDevice(visit: Visit): Promise<PageAnswer> {
  const devices = await devicesOf(visit);
  const [only] = devices;
  if (devices.length === 1 && only !== undefined) {
    return { goTo: `/report/device/${only.id}` };
  }
  return devicesPage(frameOf(visit), { devices, report: true });
}

async function takeDevice(visit: Visit): Promise<PageAnswer> {
  const device = await ask(visit, readDevice, { id: visit.params.id ?? "" });
  const { serial, ribbon } = device;
  const kept = draftOf(visit).deviceId === device.id ? draftOf(visit) : {};
  const contract = device.contracts.at(-1);
  const terms = contract && (await termsOf(reader(visit), contract.programme, contract.termsVersion));
  const partsOf = (terms?.parts(device.model) ?? ["other"]).join(",");
  const facts = { deviceId: device.id, serial, device: ribbon.device.name, zone: ribbon.zone, partsOf };
  keep(visit.draft, "report", { ...kept, ...facts });
  return { goTo: "/report/what" };
}

function showStep(visit: Visit, step: Step, mistakes: Answers = {}, values = draftOf(visit)): PageAnswer {
  const place = reportSteps.indexOf(step);
  const question: Question = {
    form: formOf(visit, values, mistakes),
    device: values.device,
    back: place === 0 ? "/report" : `/report/${reportSteps[place - 1]?.name}`,
    step: place + 1,
  };
  const frame = frameOf(visit, values.zone);
  const page = {
    what: () => reportWhatPage(frame, question),
    when: () => reportWhenPage(frame, { ...question, countries }),
    parts: () => reportPartsPage(frame, { ...question, parts: (values.partsOf ?? "").split(",") }),
    back: () => reportBackPage(frame, question),
    service: () => reportServicePage(frame, { ...question, services }),
    address: () => reportAddressPage(frame, { ...question, countries }),
    check: () => reportCheckPage(frame, { ...question, answers: answersRead(values) }),
  }[step.name]();
  return isEmpty(mistakes) ? page : { status: 400, page };
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

function answerStep(visit: Visit, step: Step): PageAnswer {
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
  if (guarded(visit, last) !== last) {
    return openStep(visit, last);
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
      back: "/report/check",
      ways: [way],
    });
  }
  keep(visit.draft, "report", undefined);
  return { goTo: `/cases/${opened.reply.claim.id}/first` };
}

/** Reporting damage, one question a page. Each answer is kept until the report is sent. */
export const reportRoutes = [
  get("/report", chooseDevice),
  get("/report/device/:id", takeDevice),
  ...reportSteps.map((step) => get(`/report/${step.name}`, async (visit) => openStep(visit, step))),
  ...reportSteps
    .filter(({ name }) => name !== "check")
    .map((step) => post(`/report/${step.name}`, async (visit) => answerStep(visit, step))),
  post("/report/check", sendReport),
];
