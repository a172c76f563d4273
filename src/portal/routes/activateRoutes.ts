import { termsInForce } from "../../catalogue/index.ts";
import { checkCode, codeLooksRight } from "../../contracts/index.ts";
import { askedOf, checkDevice } from "../models/activationAnswers.ts";
import { activateCodePage } from "../pages/activateCodePage.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { isEmpty } from "../visit/readForm.ts";
import { attempt, formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { activateCheckRoutes } from "./activateCheckRoutes.ts";
import { activatedRoutes } from "./activatedRoutes.ts";
import { devicePage, tryActivation } from "./tryActivation.ts";

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
    return again(checked.refused?.code === "code_disputed" ? words.codeDisputed : words.codeRefused);
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
  return "reply" in tried ? { goTo: "/activate/check" } : tried;
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
  ...activateCheckRoutes,
  ...activatedRoutes,
];
