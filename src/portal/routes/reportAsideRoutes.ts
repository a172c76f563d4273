import type { causes } from "../../claims/index.ts";
import { deviceOfDraftLink, mailReportDraft } from "../../claims/index.ts";
import { publicId } from "../../platform/index.ts";
import { answerGuide, listGuides } from "../../service/index.ts";
import { answersOfDraft, draftElsewhere } from "../models/reportDraft.ts";
import { draftMailedPage, guidePage, solvedPage } from "../pages/reportAsidePages.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { givenTo } from "./reportStepPages.ts";

type Cause = (typeof causes)[number];

/** The guide that fits what happened, unless it was read before; the newest first. */
export async function guideDue(visit: Visit, { model = "", cause = "", other = "", guide }: Answers) {
  const told = (cause === "other" ? other : cause) as Cause;
  if (model === "" || told.length === 0) {
    return undefined;
  }
  const { data } = await ask(visit, listGuides, { model, cause: told, limit: 1 });
  const [first] = data;
  return first === undefined || `${first.id} ${first.version}` === guide ? undefined : first;
}

async function showGuide(visit: Visit): Promise<PageAnswer> {
  const found = await guideDue(visit, givenTo(visit));
  const text = found?.texts.find(({ language }) => language === "en") ?? found?.texts[0];
  if (found === undefined || text === undefined) {
    return { goTo: "/report/when" };
  }
  const { id, version } = found;
  return guidePage(frameOf(visit), { form: formOf(visit), id, version, ...text });
}

/** Counts whether it helped. Solved, the report ends here; else it goes on and asks no more. */
async function answerShown(visit: Visit): Promise<PageAnswer> {
  const { guide = "", version = "", solved = "" } = visit.sent;
  const given = givenTo(visit);
  if (given.deviceId === undefined || !/^gde_\w+$/.test(guide) || !/^\d{1,6}$/.test(version)) {
    return { goTo: "/report/guide" };
  }
  const isSolved = solved === "yes";
  await attempt(visit, answerGuide, { id: guide, version: Number(version), solved: isSolved });
  keep(visit.draft, "report", isSolved ? undefined : { ...given, guide: `${guide} ${version}` });
  return isSolved ? solvedPage(frameOf(visit), `/devices/${given.deviceId}`) : { goTo: "/report/when" };
}

/** Mails the link that goes on elsewhere. */
async function mailLink(visit: Visit): Promise<PageAnswer> {
  const { deviceId } = givenTo(visit);
  if (deviceId === undefined) {
    return { goTo: "/report" };
  }
  await attempt(visit, mailReportDraft, { id: deviceId });
  return { goTo: "/report/link" };
}

/** A link from the mail: what was told elsewhere goes on here. */
async function takeDraft(visit: Visit): Promise<PageAnswer> {
  const rootId = deviceOfDraftLink(visit.params.id ?? "");
  const deviceId = rootId === undefined ? "" : publicId("dev", rootId);
  const draft = deviceId === "" ? undefined : await draftElsewhere(visit, deviceId);
  if (draft === undefined) {
    return { goTo: "/report" };
  }
  const own = givenTo(visit);
  keep(visit.draft, "report", { ...(own.deviceId === deviceId ? own : {}), ...answersOfDraft(draft) });
  return { goTo: "/report/check" };
}

/** What stands beside the questions: a guide to try, and going on elsewhere. */
export const reportAsideRoutes = [
  get("/report/guide", showGuide),
  post("/report/guide", answerShown),
  get("/report/link", async (visit) => draftMailedPage(frameOf(visit))),
  post("/report/link", mailLink),
  get("/report/draft/:id", takeDraft),
];
