import { modelOf } from "../../catalogue/index.ts";
import { ANSWER_DAYS, askVerification, checklistFor } from "../../claims/index.ts";
import { isOwner } from "../../identity/index.ts";
import { checkDevice } from "../models/activationAnswers.ts";
import { regions } from "../models/countries.ts";
import { firstUseOf } from "../models/firstUse.ts";
import { plainSerial } from "../models/plainSerial.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { videoCheckPage, videoCheckSentPage } from "../pages/videoCheckPage.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { isEmpty, pick } from "../visit/readForm.ts";
import { attempt, formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { clipRoutes } from "./clipRoutes.ts";

const words = en.videoCheck;
const asked = ["serial", "firstUse", "firstUsedOn", "region", "name", "email"] as const;
const fields = {
  ...{ "/serial": "serial", "/device/model": "serial", "/device/activatedAt": "firstUsedOn" },
  ...{ "/device/region": "region", "/asker/name": "name", "/asker/email": "email" },
};

/** Of an owner who is signed in: the page goes on at once, and the letter to their own address. */
function ownEmail({ caller, email }: Visit): string | undefined {
  return isOwner(caller) ? email : undefined;
}

async function showAsk(visit: Visit, values: Answers, mistakes: Answers = {}): Promise<PageAnswer> {
  const model = await modelOf(reader(visit), plainSerial(values.serial ?? ""));
  const page = videoCheckPage(frameOf(visit), {
    form: { ...formOf(visit, values, mistakes), action: "/video-check" },
    family: checklistFor(model?.group ?? "aircraft").family,
    answerDays: ANSWER_DAYS,
    regions,
    email: ownEmail(visit),
  });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

/** What was told before: in the address, or on the way to an activation that came too late. */
function toldBefore({ request, draft, email = "" }: Visit): Answers {
  const query = new URLSearchParams(request.url.split("?")[1]);
  const before = pick(draft.parts.get("activation") ?? {}, asked);
  const serial = query.get("serial")?.slice(0, 48);
  return { ...before, email: before.email || email, ...(serial === undefined ? {} : { serial }) };
}

async function askForIt(visit: Visit): Promise<PageAnswer> {
  const given = { ...pick(visit.sent, asked), firstUse: "known", now: visit.now };
  const mistakes = checkDevice(given, visit.now);
  if (!isEmpty(mistakes)) {
    return await showAsk(visit, given, mistakes);
  }
  const { region, name, email } = given;
  const command = {
    serial: plainSerial(given.serial),
    kind: visit.sent.kind === "inspection" ? ("inspection" as const) : ("video" as const),
    device: { activatedAt: firstUseOf(given), region },
    asker: { name, email },
  };
  const done = await attempt(visit, askVerification, command, { fields });
  if (done.mistakes !== undefined) {
    return await showAsk(visit, given, done.mistakes);
  }
  if (done.refused !== undefined) {
    const way = { href: "/video-check", picture: "camera" as const, label: words.back };
    const { refusedTitle: title, calm } = words;
    return refusalOf(visit, done.refused, { title, calm, back: "/video-check", ways: [way] });
  }
  const { id } = done.reply;
  if (id !== undefined) {
    return { goTo: `/video-checks/${id}` };
  }
  keep(visit.draft, "videoCheck", { email });
  return { goTo: "/video-check/sent" };
}

function showSent(visit: Visit): PageAnswer {
  const { email } = visit.draft.parts.get("videoCheck") ?? {};
  return email === undefined ? { goTo: "/video-check" } : videoCheckSentPage(frameOf(visit), { email });
}

/** Too late for a plan: what to film, asking for it, the clips, and how it stands. */
export const videoCheckRoutes = [
  get("/video-check", async (visit) => await showAsk(visit, toldBefore(visit))),
  post("/video-check", askForIt),
  get("/video-check/sent", async (visit) => showSent(visit)),
  ...clipRoutes,
];
