import { listProducts, showProduct, termsInForce } from "../../catalogue/index.ts";
import { placeOrder } from "../../commerce/index.ts";
import { linkFor } from "../../identity/index.ts";
import { notFound } from "../../platform/index.ts";
import { isCountry, refusalOf, withdrawalRight } from "../models/index.ts";
import { modelChoices } from "../models/modelChoices.ts";
import { productModel } from "../models/productModel.ts";
import { plansPage, productPage } from "../pages/productPages.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmail, isEmpty, mistakesIn } from "../visit/readForm.ts";
import {
  ask,
  attempt,
  formOf,
  frameOf,
  get,
  type PageAnswer,
  post,
  reader,
  type Visit,
} from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { linkCookie } from "./signInRoutes.ts";

const words = en.shop;
const mostAtOnce = 1_000;

async function showPlans(visit: Visit) {
  const { data } = await ask(visit, listProducts, { limit: 50, kind: "plan" });
  const products = data
    .filter(({ soldAs }) => soldAs === "code")
    .map(({ sku, name, prices }) => ({ sku, name, price: prices[0]?.gross }));
  return plansPage(frameOf(visit), { products });
}

/** The product that sells a plan under this SKU. Errors: Problem 404, also for goods. */
async function planOf(visit: Visit, sku: string) {
  const product = await ask(visit, showProduct, { sku });
  if (product.soldAs === "goods") {
    throw notFound("product");
  }
  return product;
}

async function showPlan(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const product = await planOf(visit, visit.params.sku ?? "");
  const db = reader(visit);
  const [terms, names] = await Promise.all([
    termsInForce(db, product.programme, db.at),
    modelChoices(visit, product.models.join(",")),
  ]);
  const around = { terms, now: visit.now, modelNames: new Map(names) };
  const given = { quantity: String(product.minQuantity), email: visit.email ?? "", ...values };
  const form = formOf(visit, given, mistakes);
  const page = productPage(frameOf(visit), { ...productModel(product, around), form });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

async function order(visit: Visit): Promise<PageAnswer> {
  const { sent } = visit;
  const sku = visit.params.sku ?? "";
  const { quantity = "", name = "", email = "", country = "", withdrawal = "" } = sent;
  const product = await planOf(visit, sku);
  const withdrawalShown = withdrawal === "yes";
  const { minQuantity, multiple } = product;
  const count = /^\d{1,4}$/.test(quantity) ? Number(quantity) : 0;
  const sold = count >= minQuantity && count <= mostAtOnce && count % multiple === 0;
  const mistakes = mistakesIn([
    ["quantity", sold, words.quantityMissing(minQuantity, mostAtOnce.toLocaleString("en"), multiple)],
    ["name", name !== "" && name.length <= 200, words.nameMissing],
    ["email", isEmail(email), words.emailMissing],
    ["country", isCountry(country), words.countryMissing],
    ["withdrawal", withdrawalShown || !(await mayWithdraw(visit, product, country)), words.withdrawalMissing],
  ]);
  if (!isEmpty(mistakes)) {
    return await showPlan(visit, sent, mistakes);
  }
  const buyer = { email, name, country };
  const delivery = { option: "email" as const };
  const command = { lines: [{ sku, quantity: count }], buyer, delivery, withdrawalShown };
  const placed = await attempt(visit, placeOrder, command, { fields: orderFields });
  if (placed.mistakes !== undefined) {
    return await showPlan(visit, sent, placed.mistakes);
  }
  if (placed.refused !== undefined) {
    const plans = { href: "/plans", picture: "basket", label: words.toPlans } as const;
    const place = { title: words.refusedTitle, calm: words.orderCalm, back: `/plans/${sku}`, ways: [plans] };
    return refusalOf(visit, placed.refused, place);
  }
  const { id } = placed.reply;
  visit.cookies.push(linkCookie(visit, linkFor(visit.platform, "order", id), `/orders/${id}`));
  return { goTo: `/orders/${id}/pay` };
}

/** Whether the law of a country lets whoever buys this at a distance change their mind. */
async function mayWithdraw(
  visit: Visit,
  { programme, details }: Awaited<ReturnType<typeof planOf>>,
  country: string,
): Promise<boolean> {
  const db = reader(visit);
  const right = withdrawalRight(await termsInForce(db, programme, db.at), details?.soldIn ?? []);
  return right?.countries.includes(country) ?? false;
}

const orderFields: Answers = {
  "/lines/0/quantity": "quantity",
  "/buyer/email": "email",
  "/buyer/country": "country",
  "/buyer/name": "name",
};

/** Plans for sale, and ordering one. */
export const shopRoutes = [
  get("/plans", showPlans),
  get("/plans/:sku", async (visit) => await showPlan(visit)),
  post("/plans/:sku", order),
];
