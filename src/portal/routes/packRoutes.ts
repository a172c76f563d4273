import { parts as allParts } from "../../claims/index.ts";
import { notFound } from "../../platform/index.ts";
import {
  answerCase,
  type Packing,
  packingWords,
  showPacking,
  slipOf,
  tellSending,
  vCardOf,
} from "../../service/index.ts";
import { countryName } from "../models/countries.ts";
import { packPage } from "../pages/packPage.ts";
import type { Answers } from "../visit/draft.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { refusedStep } from "./choiceRoutes.ts";

const words = en.pack;
const idOf = ({ params }: Visit) => params.id ?? "";
const packingOf = (visit: Visit) => ask(visit, showPacking, { id: idOf(visit) });
const partName = (part: string) => en.places.parts[part] ?? part;

async function showPack(visit: Visit): Promise<PageAnswer> {
  return pageOf(visit, await packingOf(visit));
}

function pageOf(visit: Visit, packing: Packing, values: Answers = {}, mistakes: Answers = {}) {
  const { caseId, zone, sendTo, sendBy, sent, before } = packing;
  return packPage(frameOf(visit, zone), {
    ...{ caseId, sendBy, form: formOf(visit, values, mistakes) },
    send: packing.send.map((part) => [part, partName(part)] as const),
    keep: packing.keep.map(partName),
    before: before.map((step) => packingWords.steps[step] ?? step),
    to: sendTo && [sendTo.name, sendTo.street, sendTo.town, countryName(sendTo.country)],
    sent: sent.map(({ at, parts, carrier, tracking }) => {
      const number = [carrier, tracking].filter(Boolean).join(" ");
      const what = [...parts.map(partName), ...(number === "" ? [] : [number])].join(", ");
      return words.sentOn(formatDay(dayOf(at, zone)), what);
    }),
  });
}

async function tellSent(visit: Visit): Promise<PageAnswer> {
  const { parts = "", carrier = "", tracking = "" } = visit.sent;
  const chosen = allParts.filter((part) => parts.split(",").includes(part));
  if (chosen.length === 0) {
    const page = pageOf(visit, await packingOf(visit), visit.sent, { parts: words.sendMissing });
    return { status: 400, page };
  }
  const told = await attempt(
    visit,
    tellSending,
    {
      ...{ id: idOf(visit), parts: chosen },
      ...(carrier === "" ? {} : { carrier: carrier.slice(0, 60) }),
      ...(tracking === "" ? {} : { tracking: tracking.slice(0, 60) }),
    },
    { fields: { "/carrier": "carrier", "/tracking": "tracking" } },
  );
  if (told.mistakes !== undefined) {
    return { status: 400, page: pageOf(visit, await packingOf(visit), visit.sent, told.mistakes) };
  }
  return told.refused === undefined
    ? { goTo: `/cases/${idOf(visit)}/pack` }
    : refusedStep(visit, told.refused);
}

async function slipFile(visit: Visit): Promise<PageAnswer> {
  const { name, bytes } = await ask(visit, slipOf, { id: idOf(visit) });
  return { file: { type: "application/pdf", name, text: bytes } };
}

async function cardFile(visit: Visit): Promise<PageAnswer> {
  const { sendTo } = await packingOf(visit);
  if (sendTo === undefined) {
    throw notFound("centre");
  }
  return { file: { type: "text/vcard; charset=utf-8", name: "service-centre.vcf", text: vCardOf(sendTo) } };
}

async function answerEasy(visit: Visit): Promise<PageAnswer> {
  const easy = (["yes", "partly", "no"] as const).find((word) => word === visit.sent.easy);
  if (easy !== undefined) {
    // Answered twice is answered once: the first word stands.
    await attempt(visit, answerCase, { id: idOf(visit), easy });
  }
  return { goTo: `/cases/${idOf(visit)}#easy` };
}

/** The parcel of a case, its papers, and the question at its end. */
export const packRoutes = [
  get("/cases/:id/pack", showPack),
  post("/cases/:id/pack", tellSent),
  get("/cases/:id/slip", slipFile),
  get("/cases/:id/centre.vcf", cardFile),
  post("/cases/:id/easy", answerEasy),
];
