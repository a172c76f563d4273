import { listProducts, modelNamed, packOf, termsInForce } from "../../catalogue/index.ts";
import { notFound } from "../../platform/index.ts";
import { factsAnswered, fieldsDue, forOwner, type Receipt, type Terms } from "../../terms/index.ts";
import { type AskName, questionOf } from "../models/askQuestions.ts";
import { receiptSteps } from "../models/receiptSteps.ts";
import { type AskModel, askPage } from "../pages/askPage.ts";
import type { State } from "../parts/notice.ts";
import { engineScript } from "../script/engineScript.ts";
import { ask, formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

/** The terms that are in force for what is sold here. */
async function termsHere(visit: Visit): Promise<Terms> {
  const { data } = await ask(visit, listProducts, { limit: 1, kind: "plan" });
  const [first] = data;
  if (first === undefined || first.soldAs === "goods") {
    throw notFound("programme");
  }
  const db = reader(visit);
  return await termsInForce(db, first.programme, db.at);
}

async function modelOfPage(visit: Visit, terms: Terms, name: AskName): Promise<AskModel> {
  const db = reader(visit);
  const plans = terms.plans();
  const slugs = [...new Set(plans.flatMap(({ models }) => models))];
  const models = await Promise.all(
    slugs.map(async (slug) => [slug, (await modelNamed(db, slug))?.name ?? slug] as const),
  );
  const regions = [...terms.regions.keys()].map((code) => [code, en.places.regions[code] ?? code] as const);
  const pack = await packOf(db, terms.programme, terms.version);
  return {
    name,
    form: formOf(visit, visit.sent),
    models,
    plans: plans.map(({ product }) => [product, en.ribbon.planNames[product] ?? product] as const),
    regions,
    currencies: [...new Set([...terms.regions.values()].flatMap(({ currencies }) => currencies))],
    live: { engine: engineScript?.path, pack: pack?.path ?? "", question: questionOf(name, visit.now) },
  };
}

const show = (name: AskName) => async (visit: Visit) =>
  askPage(frameOf(visit), await modelOfPage(visit, await termsHere(visit), name));

/** Nothing is written, so what was asked is answered on the spot, however often. */
const answer =
  (name: AskName) =>
  async (visit: Visit): Promise<PageAnswer> => {
    const terms = await termsHere(visit);
    const model = await modelOfPage(visit, terms, name);
    const { question } = model.live;
    const due = fieldsDue(question, visit.sent);
    if (due.length > 0) {
      const mistakes = Object.fromEntries(due.map((field) => [field, en.ask.missing[field] ?? ""]));
      return {
        status: 400,
        page: askPage(frameOf(visit), { ...model, form: formOf(visit, visit.sent, mistakes) }),
      };
    }
    const receipt = terms.decide(question.decision, factsAnswered(question, visit.sent));
    const said = { state: stateOf(receipt), says: forOwner(receipt), reasons: receiptSteps(receipt) };
    return askPage(frameOf(visit), { ...model, answer: said });
  };

function stateOf({ outcome }: Receipt): State {
  switch (outcome) {
    case "allowed":
    case "plan":
    case "warranty":
    case "statutory":
      return "ok";
    case "refused":
      return "problem";
    case "undecided":
      return "waiting";
    default:
      return "needs";
  }
}

/** Asking what would be: whether a device can have a plan, and what a plan would do about damage. */
export const askRoutes = (["plan", "damage"] as const).flatMap((name) => [
  get(`/ask/${name}`, show(name)),
  post(`/ask/${name}`, answer(name)),
]);
