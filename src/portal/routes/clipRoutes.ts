import {
  showVerification,
  submitVerification,
  takeEvidence,
  type VerificationShape,
  withdrawClip,
  withdrawVerification,
} from "../../claims/index.ts";
import { sayRefusal } from "../models/refusalOf.ts";
import { videoCheckModel } from "../models/videoCheckModel.ts";
import { clipsPage } from "../pages/clipsPage.ts";
import type { SentForm } from "../visit/readFileForm.ts";
import { ask, attempt, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.videoCheck;
const here = ({ params }: Visit) => `/video-checks/${params.id ?? ""}`;

async function showClips(visit: Visit, mistake?: string): Promise<PageAnswer> {
  const found = await ask(visit, showVerification, { id: visit.params.id ?? "" });
  const page = clipsPage(frameOf(visit, found.zone), { ...videoCheckModel(visit, found), mistake });
  return mistake === undefined ? page : { status: 200, page };
}

type Clip = VerificationShape["clips"][number]["clip"];

/** Takes the clip that a form brought. */
async function addClip(visit: Visit): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const { file } = (visit.request.body ?? {}) as SentForm;
  if (!(file instanceof File) || file.size === 0) {
    return await showClips(visit, words.pick);
  }
  const bytes = Buffer.from(await file.arrayBuffer());
  const type = file.type.split(";")[0] ?? "";
  const names = Object.keys(words.clips.aircraft) as Clip[];
  const purpose = names.find((name) => name === visit.sent.purpose) ?? "free";
  const taken = await takeEvidence(visit.platform, visit.caller, { id, type, purpose }, bytes);
  return taken.refused === undefined
    ? { goTo: here(visit) }
    : await showClips(visit, sayRefusal(taken.refused));
}

async function step(
  visit: Visit,
  /** Handing in or taking back: both are told the id alone. */
  act: typeof submitVerification,
): Promise<PageAnswer> {
  const done = await attempt(visit, act, { id: visit.params.id ?? "" });
  return done.refused === undefined
    ? { goTo: here(visit) }
    : await showClips(visit, sayRefusal(done.refused));
}

async function takeBack(visit: Visit): Promise<PageAnswer> {
  const { id = "", no = "" } = visit.params;
  const piece = /^[1-9]\d{0,8}$/.test(no) ? Number(no) : 0;
  const done = await attempt(visit, withdrawClip, { id, no: piece });
  return done.refused === undefined
    ? { goTo: here(visit) }
    : await showClips(visit, sayRefusal(done.refused));
}

/** The page of one verification: filming, handing in, and how it stands; with and without script. */
export const clipRoutes = [
  get("/video-checks/:id", async (visit) => await showClips(visit)),
  post("/video-checks/:id", addClip),
  post("/video-checks/:id/submission", async (visit) => await step(visit, submitVerification)),
  post("/video-checks/:id/withdrawal", async (visit) => await step(visit, withdrawVerification)),
  post("/video-checks/:id/clips/:no/take-back", takeBack),
];
