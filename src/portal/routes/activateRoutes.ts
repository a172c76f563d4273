import { modelOf, termsInForce } from "../../catalogue/index.ts";
import { activateContract, checkCode, codeLooksRight, groupsOfFour } from "../../contracts/index.ts";
import { activationCommand, activationFields, askedOf, checkDevice } from "../models/activationAnswers.ts";
import { regions } from "../models/countries.ts";
import { firstUsePrinted } from "../models/firstUse.ts";
import { modelChoices } from "../models/modelChoices.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { activateCheckPage } from "../pages/activateCheckPage.ts";
import { activateCodePage } from "../pages/activateCodePage.ts";
import { activateDevicePage } from "../pages/activateDevicePage.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { isEmpty } from "../visit/readForm.ts";
import { attempt, formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.activate;

function draftOf({ draft }: Visit): Answers {
  return draft.parts.get("activation") ?? {};
}

async function readCode(visit: Visit): Promise<PageAnswer> {
  const code = visit.sent.code ?? "";
  const again = (says: string) => {
    const form = formOf(visit, { code }, { code: says });
    return { status: 400, page: activateCodePage(frameOf(visit), { form }) };
  };
  if (code === "" || !codeLooksRight(code)) {
    return again(code === "" ? words.codeMissing : words.codeTypo);
  }
  const checked = await attempt(visit, checkCode, { code }, { fields: { "/code": "code" } });
  if (checked.reply === undefined) {
    return again(words.codeRefused);
  }
  const { product, programme, region, models } = checked.reply;
  keep(visit.draft, "activation", {
    ...draftOf(visit),
    code,
    product,
    programme,
    region,
    models: models.join(","),
  });
  return { goTo: "/activate/device" };
}

async function devicePage(visit: Visit, values: Answers, mistakes: Answers = {}): Promise<PageAnswer> {
  const models = mistakes.model === undefined ? undefined : await modelChoices(visit, values.models ?? "");
  const form = formOf(visit, values, mistakes);
  const page = activateDevicePage(frameOf(visit), { form, regions, models });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

/** Adds the zone in which the plan counts its days, and when the answers were given. */
async function inPlanZone(visit: Visit, given: Answers): Promise<Answers> {
  const db = reader(visit);
  const terms = await termsInForce(db, given.programme ?? "", db.at);
  return { ...given, zone: terms.regions.get(given.region ?? "")?.zone ?? "UTC", now: visit.now };
}

async function readDevice(visit: Visit): Promise<PageAnswer> {
  const kept = draftOf(visit);
  if (kept.code === undefined) {
    return { goTo: "/activate" };
  }
  const given = await inPlanZone(visit, { ...kept, ...askedOf(visit.sent) });
  const mistakes = checkDevice(given, visit.now);
  if (!isEmpty(mistakes)) {
    return await devicePage(visit, given, mistakes);
  }
  keep(visit.draft, "activation", given);
  const tried = await tryActivation(visit, given, true);
  return "goTo" in tried || "page" in tried || !("reply" in tried) ? tried : { goTo: "/activate/check" };
}

type Activated = { readonly reply: Awaited<ReturnType<typeof activateOnce>>["reply"] & object };

function activateOnce(visit: Visit, given: Answers, dryRun: boolean) {
  const command = activationCommand(given);
  return attempt(visit, activateContract, command, { fields: activationFields, dryRun });
}

/** Activates, or only tries to: the reply, or the page that says what stands against it. */
async function tryActivation(visit: Visit, given: Answers, dryRun: boolean): Promise<Activated | PageAnswer> {
  const tried = await activateOnce(visit, given, dryRun);
  if (tried.mistakes !== undefined) {
    const { code, model } = tried.mistakes;
    const mistakes = model === undefined ? tried.mistakes : { ...tried.mistakes, model: words.modelUnknown };
    return code === undefined ? await devicePage(visit, given, mistakes) : { goTo: "/activate" };
  }
  if (tried.refused !== undefined) {
    const way = { href: "/activate/device", picture: "code" as const, label: words.otherDevice };
    return refusalOf(visit, tried.refused, {
      title: words.refusedTitle,
      back: "/activate/device",
      ways: [way],
    });
  }
  return { reply: tried.reply };
}

async function checkPage(visit: Visit): Promise<PageAnswer> {
  const given = draftOf(visit);
  if (given.code === undefined || given.serial === undefined) {
    return { goTo: "/activate" };
  }
  const tried = await tryActivation(visit, given, true);
  if (!("reply" in tried)) {
    return tried;
  }
  const { contract } = tried.reply;
  const model = await modelOf(reader(visit), contract.serial, given.model || undefined);
  return activateCheckPage(frameOf(visit, contract.zone), {
    form: formOf(visit),
    plan: en.ribbon.planNames[contract.product] ?? contract.product,
    device: model?.name ?? contract.serial,
    code: groupsOfFour(given.code),
    serial: contract.serial,
    firstUsed: firstUsePrinted(given),
    region: en.places.regions[given.region ?? ""] ?? "",
    holder: { name: given.name ?? "", email: given.email ?? "" },
    endsAt: contract.endsAt,
    termsVersion: contract.termsVersion,
  });
}

async function activate(visit: Visit): Promise<PageAnswer> {
  const given = draftOf(visit);
  if (given.code === undefined || given.serial === undefined) {
    return { goTo: visit.draft.parts.has("activated") ? "/activate/done" : "/activate" };
  }
  const done = await tryActivation(visit, given, false);
  if (!("reply" in done)) {
    return done;
  }
  const { deviceId, product, endsAt, zone } = done.reply.contract;
  keep(visit.draft, "activated", { deviceId, product, endsAt, zone, email: given.email ?? "" });
  keep(visit.draft, "activation", undefined);
  return { goTo: "/activate/done" };
}

/** Activating a code in three steps: the code, the device and its holder, one look at everything. */
export const activateRoutes = [
  get("/activate", async (visit) => {
    const form = formOf(visit, { code: draftOf(visit).code ?? "" });
    return activateCodePage(frameOf(visit), { form });
  }),
  post("/activate", readCode),
  get("/activate/device", async (visit) => {
    const kept = draftOf(visit);
    const values = { email: visit.email ?? "", ...kept };
    return kept.code === undefined ? { goTo: "/activate" } : await devicePage(visit, values);
  }),
  post("/activate/device", readDevice),
  get("/activate/check", checkPage),
  post("/activate/check", activate),
];
