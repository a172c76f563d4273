import { modelOf, termsOf } from "../../catalogue/index.ts";
import { groupsOfFour } from "../../contracts/index.ts";
import { firstUsePrinted } from "../models/firstUse.ts";
import { withdrawalRight } from "../models/withdrawalRight.ts";
import { activateCheckPage } from "../pages/activateCheckPage.ts";
import { answersMark } from "../visit/answersMark.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { tryActivation } from "./tryActivation.ts";

async function checkPage(visit: Visit, changed = false): Promise<PageAnswer> {
  const given = visit.draft.parts.get("activation") ?? {};
  if (given.code === undefined || given.serial === undefined) {
    return { goTo: "/activate" };
  }
  const tried = await tryActivation(visit, given, true);
  if (!("reply" in tried)) {
    return tried;
  }
  const { contract } = tried.reply;
  const page = activateCheckPage(frameOf(visit, contract.zone), {
    form: formOf(visit),
    plan: en.ribbon.planNames[contract.product] ?? contract.product,
    device: await deviceName(visit, given, contract.serial),
    code: groupsOfFour(given.code),
    serial: contract.serial,
    firstUsed: firstUsePrinted(given),
    region: en.places.regions[given.region ?? ""] ?? "",
    holder: { name: given.name ?? "", email: given.email ?? "" },
    endsAt: contract.endsAt,
    programme: contract.programme,
    termsVersion: contract.termsVersion,
    shown: answersMark(given),
    changed,
    withdrawal: await rightOf(visit, contract),
  });
  return changed ? { status: 409, page } : page;
}

/** What the law says of changing one's mind, where the plan is bound. */
async function rightOf(
  visit: Visit,
  { programme, termsVersion, region }: { programme: string; termsVersion: string; region: string },
): Promise<string | undefined> {
  return withdrawalRight(await termsOf(reader(visit), programme, termsVersion), [region])?.html;
}

/** By the model that was chosen, or the only one the code is for, where the serial does not tell it. */
async function deviceName(
  visit: Visit,
  { model = "", models = "" }: Answers,
  serial: string,
): Promise<string> {
  const named = model === "" && !models.includes(",") ? models : model;
  return (await modelOf(reader(visit), serial, named || undefined))?.name ?? serial;
}

async function activate(visit: Visit): Promise<PageAnswer> {
  const given = visit.draft.parts.get("activation") ?? {};
  if (given.code === undefined || given.serial === undefined) {
    return { goTo: visit.draft.parts.has("activated") ? "/activate/done" : "/activate" };
  }
  if (visit.sent.shown !== answersMark(given)) {
    return await checkPage(visit, true);
  }
  const done = await tryActivation(visit, { ...given, startNow: visit.sent.startNow ?? "" }, false);
  if (!("reply" in done)) {
    return done;
  }
  const { deviceId, product, endsAt, zone } = done.reply.contract;
  keep(visit.draft, "activated", { deviceId, product, endsAt, zone, email: given.email ?? "" });
  keep(visit.draft, "activation", undefined);
  return { goTo: "/activate/done" };
}

/** The last look at everything, and the activation itself. */
export const activateCheckRoutes = [
  get("/activate/check", async (visit) => await checkPage(visit)),
  post("/activate/check", activate),
];
