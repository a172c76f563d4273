import { photosPage, type ShownPiece } from "../pages/photosPage.ts";
import { en } from "../words/en.ts";
import { formOf, type Sample, signedIn } from "./samples.ts";

const caseId = "clm_01JC5_2";
const words = en.evidence;
const script = "/assets/photos.js";
const form = formOf(`/cases/${caseId}/photos`);
const file = (no: number) => ({ path: `/v1/claims/${caseId}/evidence/${no}/file`, isPhoto: no === 1 });
const takeBack = formOf(`/cases/${caseId}/photos/1/take-back`);

const pieces: readonly ShownPiece[] = [
  { no: 1, title: words.outlines.damage.title, state: "kept", file: file(1), takeBack },
  { no: 2, title: words.kinds.video, state: "checking", takeBack },
  { no: 3, title: words.kinds.photo, state: "refused", why: words.refused.file_damaged },
  { no: 4, title: words.bench, caption: "Cracked lens", state: "kept", file: file(4) },
];

/** Photos of a case: none yet, some of each state, and those of a case that is over. */
export const photoSamples: readonly Sample[] = [
  { name: "photos-none", page: photosPage(signedIn, { caseId, form, script, pieces: [] }) },
  { name: "photos", page: photosPage(signedIn, { caseId, form, script, pieces }) },
  {
    name: "photos-mistaken",
    page: photosPage(signedIn, { caseId, form: { ...form, mistakes: { file: words.pick } }, script, pieces }),
  },
  { name: "photos-over", page: photosPage(signedIn, { caseId, script, pieces: pieces.slice(3) }) },
];
