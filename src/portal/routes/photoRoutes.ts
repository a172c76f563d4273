import {
  type EvidenceShape,
  isGone,
  listEvidence,
  takeEvidence,
  withdrawEvidence,
} from "../../claims/index.ts";
import { showClaim } from "../../service/index.ts";
import { sayRefusal } from "../models/refusalOf.ts";
import { outlines, photosPage, type ShownPiece } from "../pages/photosPage.ts";
import { photoScript } from "../script/photoScript.ts";
import type { SentForm } from "../visit/readFileForm.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { refusedStep } from "./choiceRoutes.ts";

const words = en.evidence;
const over: readonly string[] = ["closed", "cancelled"];

async function showPhotos(visit: Visit, mistake?: string): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const [{ claim, ribbon }, { data }] = await Promise.all([
    ask(visit, showClaim, { id }),
    ask(visit, listEvidence, { id, limit: 200 }),
  ]);
  const form = formOf(visit, {}, mistake === undefined ? {} : { file: mistake });
  const page = photosPage(frameOf(visit, ribbon.zone), {
    caseId: id,
    form: over.includes(claim.state) ? undefined : { ...form, action: `/cases/${id}/photos` },
    script: photoScript.path,
    gone: isGone(claim.incident),
    pieces: data.filter(({ state }) => state !== "withdrawn").map((item) => pieceOf(visit, id, item)),
  });
  return mistake === undefined ? page : { status: 200, page };
}

function pieceOf(visit: Visit, id: string, item: EvidenceShape): ShownPiece {
  const { no, state, purpose, caption, kind, refusal, file, withdrawable } = item;
  const outline = outlines.find((name) => name === purpose && name !== "free");
  const whys: Readonly<Record<string, string>> = words.refused;
  return {
    ...{ no, caption, state },
    title: outline === undefined ? nameOf(purpose, kind) : words.outlines[outline].title,
    why: refusal === undefined ? undefined : (whys[refusal.code] ?? refusal.says),
    file: file === undefined ? undefined : { path: file.path, isPhoto: kind === "photo" },
    takeBack: withdrawable ? { ...formOf(visit), action: `/cases/${id}/photos/${no}/take-back` } : undefined,
  };
}

function nameOf(purpose: EvidenceShape["purpose"], kind: EvidenceShape["kind"]): string {
  return purpose === "bench" ? words.bench : words.kinds[kind];
}

/** Takes the file that a form brought. */
async function addPhoto(visit: Visit): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const { file } = (visit.request.body ?? {}) as SentForm;
  if (!(file instanceof File) || file.size === 0) {
    return await showPhotos(visit, words.pick);
  }
  const purpose = outlines.find((name) => name === visit.sent.purpose) ?? "free";
  const bytes = Buffer.from(await file.arrayBuffer());
  const type = file.type.split(";")[0] ?? "";
  const taken = await takeEvidence(visit.platform, visit.caller, { id, type, purpose }, bytes);
  return taken.refused === undefined
    ? { goTo: `/cases/${id}/photos` }
    : await showPhotos(visit, sayRefusal(taken.refused));
}

async function takeBack(visit: Visit): Promise<PageAnswer> {
  const { id = "", no = "" } = visit.params;
  const taken = await attempt(visit, withdrawEvidence, {
    id,
    no: /^[1-9]\d{0,8}$/.test(no) ? Number(no) : 0,
  });
  return taken.refused === undefined ? { goTo: `/cases/${id}/photos` } : refusedStep(visit, taken.refused);
}

/** Photos and video of a case, with and without script. */
export const photoRoutes = [
  get("/cases/:id/photos", async (visit) => await showPhotos(visit)),
  post("/cases/:id/photos", addPhoto),
  post("/cases/:id/photos/:no/take-back", takeBack),
];
