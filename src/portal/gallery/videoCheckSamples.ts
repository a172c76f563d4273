import { type ClipsModel, clipsPage } from "../pages/clipsPage.ts";
import {
  clipDrawings,
  type VideoCheckModel,
  videoCheckPage,
  videoCheckSentPage,
} from "../pages/videoCheckPage.ts";
import { en } from "../words/en.ts";
import { formOf, frame, type Sample, signedIn } from "./samples.ts";

const words = en.videoCheck;
const id = "vrf_01JC5_1";
const form = formOf(`/video-checks/${id}`);
const asking = {
  form: formOf("/video-check"),
  family: "aircraft" as const,
  answerDays: 3,
  regions: Object.entries(en.places.regions),
} satisfies VideoCheckModel;
const base: ClipsModel = {
  ...{ id, family: "aircraft", device: "Mavic Pro", serial: "MVP1234567", state: "filming" },
  ...{ says: [words.filmBy("4 December")], script: "/assets/photos.js", missing: 3, ways: [] },
  clips: clipDrawings.map(([clip], place) => ({
    clip,
    ...(place === 0 ? { piece: "there", href: "/clip", takeBack: form } : { form }),
    ...(place === 1 ? { piece: "refusedClip", why: en.evidence.refused.file_damaged } : {}),
  })),
  handIn: form,
  withdraw: form,
};
const over = { clips: [], handIn: undefined, withdraw: undefined };
const wrong = { serial: en.cover.serialMissing, name: en.activate.nameMissing };

/** Late enrolment by video: asking, filming, waiting and each end. */
export const videoCheckSamples: readonly Sample[] = [
  { name: "video-check", page: videoCheckPage(frame, asking) },
  {
    name: "video-check-mistaken",
    page: videoCheckPage(signedIn, {
      ...asking,
      ...{ family: "handheld", email: "anna.nowak@example.com" },
      form: formOf("/video-check", {}, wrong),
    }),
  },
  { name: "video-check-sent", page: videoCheckSentPage(frame, { email: "anna.nowak@example.com" }) },
  { name: "clips", page: clipsPage(frame, base) },
  { name: "clips-mistaken", page: clipsPage(frame, { ...base, mistake: words.pick }) },
  {
    name: "clips-again",
    page: clipsPage(signedIn, {
      ...base,
      ...{
        family: "handheld",
        state: "asked_again",
        missing: 1,
        says: [words.againSays, words.filmBy("4 December")],
      },
      clips: base.clips.map((clip, place) =>
        place === 4
          ? { clip: clip.clip, form, why: words.why("The sound is missing.") }
          : { clip: clip.clip, piece: "there" },
      ),
    }),
  },
  { name: "clips-ready", page: clipsPage(frame, { ...base, missing: 0 }) },
  {
    name: "clips-submitted",
    page: clipsPage(frame, {
      ...{ ...base, ...over, state: "submitted", says: [words.answerBy("24 November")] },
      clips: base.clips.map(({ clip }) => ({ clip, piece: "there", href: "/clip" })),
    }),
  },
  {
    name: "clips-accepted",
    page: clipsPage(frame, {
      ...{ ...base, ...over, state: "accepted", says: [words.acceptedSays("23 November, 18:00")] },
      ways: [
        { href: "/plans", picture: "basket", label: words.buy },
        { href: "/activate", picture: "code", label: words.haveCode },
      ],
    }),
  },
  {
    name: "clips-refused",
    page: clipsPage(frame, {
      ...{ ...base, ...over, state: "refused" },
      says: ["The right front leg is cracked.", words.clause("activate.video")],
    }),
  },
  {
    name: "clips-lapsed",
    page: clipsPage(frame, { ...base, ...over, state: "lapsed", says: [words.lapsedSays] }),
  },
];
