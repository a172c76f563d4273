import { listProducts, listSimilar, showProduct, termsInForce } from "../../catalogue/index.ts";
import type { Terms } from "../../terms/index.ts";
import { modelChoices } from "../models/modelChoices.ts";
import { planCard, planFactsOf, type ShownProduct, shelfProduct } from "../models/shelfProduct.ts";
import { shopCountry } from "../models/shopCountry.ts";
import { type PlanCard, shelfProductPage } from "../pages/shelfProductPage.ts";
import {
  cartOf,
  keepCart,
  MOST_LINES,
  MOST_PIECES,
  piecesOf,
  withLine,
  withMore,
} from "../visit/cartCookie.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmpty } from "../visit/readForm.ts";
import { ask, formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { deliveryTo } from "./deliveryTo.ts";
import { imagesOf } from "./imagesOf.ts";

const words = en.shelf;
const plansAtMost = 4;
const similarAtMost = 4;

type Plan = Exclude<ShownProduct, { readonly soldAs: "goods" }>;

async function showIt(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const product = await ask(visit, showProduct, { sku: visit.params.sku ?? "" });
  const country = shopCountry(visit);
  const [plan, plans, delivery, similar] = await Promise.all([
    product.soldAs === "goods" ? undefined : planOf(visit, product),
    plansFor(visit, product),
    product.soldAs === "goods" ? deliveryTo(visit, country) : undefined,
    alike(visit, product),
  ]);
  const form = formOf(visit, values, mistakes);
  const model = shelfProduct(product, {
    form,
    url: new URL(`/shop/${product.sku}`, visit.platform.config.publicUrl).href,
    currencies: delivery?.currencies ?? plan?.currencies(country) ?? [],
    plan: plan?.facts,
    compare: product.soldAs === "goods" ? [] : plans,
    beside: product.soldAs === "goods" ? plans : [],
    delivery,
    similar,
  });
  const page = shelfProductPage(frameOf(visit), model);
  const photos = [product.photoUrl, ...similar.map(({ photoUrl }) => photoUrl)];
  return { status: isEmpty(mistakes) ? 200 : 400, page, imagesFrom: imagesOf(photos) };
}

async function planOf(visit: Visit, product: Plan) {
  const db = reader(visit);
  const [terms, names] = await Promise.all([
    termsInForce(db, product.programme, db.at),
    modelChoices(visit, product.models.join(",")),
  ]);
  return {
    facts: planFactsOf(product, terms, { now: visit.now, modelNames: new Map(names) }),
    currencies: (country: string) => regionCurrencies(terms, country),
  };
}

function regionCurrencies(terms: Terms, country: string): readonly string[] {
  return [...terms.regions.values()].find(({ countries }) => countries.includes(country))?.currencies ?? [];
}

/** The plans that are sold for a device, or beside this plan for the same devices. */
async function plansFor(visit: Visit, { models, soldAs }: ShownProduct): Promise<readonly PlanCard[]> {
  const [model] = models;
  if (model === undefined || soldAs === "renewal") {
    return [];
  }
  const { data } = await ask(visit, listProducts, { search: model, kind: "plan", limit: plansAtMost });
  const fitting = data.filter((other) => other.soldAs === "code" && other.models.includes(model));
  const shown = await Promise.all(fitting.map(({ sku }) => ask(visit, showProduct, { sku })));
  return shown.flatMap((other) => (other.soldAs === "goods" ? [] : [planCard(other)]));
}

/** Products like it; of a plan those stand in its comparison. */
async function alike(visit: Visit, { soldAs, sku }: ShownProduct) {
  const { data } = soldAs === "goods" ? await ask(visit, listSimilar, { sku }) : { data: [] };
  return data.slice(0, similarAtMost);
}

async function showWithTotal(visit: Visit): Promise<PageAnswer> {
  const asked = new URLSearchParams(visit.request.url.split("?")[1]);
  const quantity = asked.get("quantity") ?? "";
  return isCount(quantity) ? await showIt(visit, { quantity }) : await showIt(visit);
}

function isCount(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_PIECES;
}

/** Shows what so many come to, or puts them in the cart, with the plan beside them where it was ticked. */
async function take(visit: Visit): Promise<PageAnswer> {
  const sku = visit.params.sku ?? "";
  const { next = "cart", take: chosen = "", with: beside = "" } = visit.sent;
  const quantity = chosen === "" ? (visit.sent.quantity ?? "") : chosen;
  if (!isCount(quantity)) {
    return await showIt(visit, { quantity: "1", with: beside }, { quantity: words.quantityMissing });
  }
  const product = await ask(visit, showProduct, { sku });
  const mistake = quantityMistake(product, Number(quantity));
  if (mistake !== undefined) {
    return await showIt(visit, { quantity, with: beside }, { quantity: mistake });
  }
  if (next === "total" || chosen !== "") {
    return { goTo: `/shop/${sku}?quantity=${quantity}#order` };
  }
  const plans = beside.split(",").filter((one) => one !== "");
  return putIn(visit, product, Number(quantity), plans)
    ? { goTo: "/cart" }
    : await showIt(visit, { quantity }, { quantity: en.cart.tooMany(MOST_LINES) });
}

function quantityMistake(
  { minQuantity, multiple, stock }: ShownProduct,
  quantity: number,
): string | undefined {
  if (quantity < minQuantity || quantity % multiple !== 0) {
    return words.quantityNotSold(minQuantity, multiple);
  }
  return stock !== "on_demand" && quantity > stock ? words.quantityShort(stock) : undefined;
}

/** Puts a product and plans beside it in the cart, on top of what is there. False where it is full. */
function putIn(
  visit: Visit,
  { sku, prices }: ShownProduct,
  quantity: number,
  beside: readonly string[],
): boolean {
  const cart = cartOf(visit);
  const all = Math.min(piecesOf(cart, sku) + quantity, MOST_PIECES);
  const seen = prices.filter((tier) => tier.minQuantity <= all).at(-1)?.gross;
  const plans = beside.filter((plan) => /^[A-Za-z0-9._-]{1,60}$/.test(plan)).slice(0, plansAtMost);
  const next = plans
    .map((plan) => ({ sku: plan, quantity }))
    .reduce(withMore, withLine(cart, { sku, quantity: all, seen }));
  if (next.lines.length > MOST_LINES) {
    return false;
  }
  keepCart(visit, next);
  return true;
}

/** The page of one product, its total, and the way into the cart. */
export const shelfProductRoutes = [get("/shop/:sku", showWithTotal), post("/shop/:sku", take)];
