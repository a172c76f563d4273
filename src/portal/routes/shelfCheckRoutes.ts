import { showProduct, termsInForce } from "../../catalogue/index.ts";
import { notFound } from "../../platform/index.ts";
import { factsAnswered, fieldsDue } from "../../terms/index.ts";
import { questionOf } from "../models/askQuestions.ts";
import { fitAnswer } from "../models/fitAnswer.ts";
import { modelChoices } from "../models/modelChoices.ts";
import { type FitModel, fitPage } from "../pages/shelfCheckPages.ts";
import { ask, formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

async function modelOf(visit: Visit) {
  const product = await ask(visit, showProduct, { sku: visit.params.sku ?? "" });
  if (product.soldAs === "goods") {
    throw notFound("plan");
  }
  const { sku, name, models, details } = product;
  const regions = (details?.soldIn ?? []).map((code) => [code, en.places.regions[code] ?? code] as const);
  const model: FitModel = {
    ...{ sku, name, regions, models: await modelChoices(visit, models.join(",")) },
    form: formOf(visit, visit.sent),
  };
  return { product, model };
}

async function show(visit: Visit): Promise<PageAnswer> {
  const { model } = await modelOf(visit);
  return fitPage(frameOf(visit), model);
}

/** Nothing is written, so what was asked is answered on the spot, however often. */
async function answer(visit: Visit): Promise<PageAnswer> {
  const { product, model } = await modelOf(visit);
  const { plan, models, programme, delivery } = product;
  const only = models.length === 1 ? { model: models[0] ?? "" } : {};
  const answers = { ...visit.sent, ...only, plan };
  const question = questionOf("plan", visit.now);
  const due = fieldsDue(question, answers);
  if (due.length > 0) {
    const mistakes = Object.fromEntries(due.map((field) => [field, en.ask.missing[field] ?? ""]));
    const form = formOf(visit, visit.sent, mistakes);
    return { status: 400, page: fitPage(frameOf(visit), { ...model, form }) };
  }
  const db = reader(visit);
  const terms = await termsInForce(db, programme, db.at);
  const receipt = terms.decide(question.decision, factsAnswered(question, answers));
  const neverUsed = visit.sent.activated === "never";
  const told = fitAnswer(receipt, { now: visit.now, promisedOn: delivery.promisedOn, neverUsed });
  return fitPage(frameOf(visit), { ...model, answer: told });
}

/** Whether a plan fits a device, asked on the plan's own page. */
export const shelfCheckRoutes = [get("/shop/:sku/check", show), post("/shop/:sku/check", answer)];
