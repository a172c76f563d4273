import { listProducts, showProduct } from "../../catalogue/index.ts";
import { placeOrder, revealCodes, showOrder } from "../../commerce/index.ts";
import { linkFor } from "../../identity/index.ts";
import { countries, isCountry } from "../models/countries.ts";
import { productModel } from "../models/productModel.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { orderPage } from "../pages/orderPage.ts";
import { plansPage, productPage } from "../pages/productPages.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmail, isEmpty, mistakesIn } from "../visit/readForm.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { linkCookie } from "./signInRoutes.ts";

const words = en.shop;

async function showPlans(visit: Visit) {
  const { data } = await ask(visit, listProducts, { limit: 50 });
  const products = data
    .filter(({ soldAs }) => soldAs === "code")
    .map(({ sku, name, prices }) => ({ sku, name, price: prices[0]?.gross }));
  return plansPage(frameOf(visit), { products });
}

async function showPlan(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const product = await ask(visit, showProduct, { sku: visit.params.sku ?? "" });
  const given = { quantity: String(product.minQuantity), email: visit.email ?? "", ...values };
  const form = formOf(visit, given, mistakes);
  const page = productPage(frameOf(visit), { ...productModel(product), countries, form });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

async function order(visit: Visit): Promise<PageAnswer> {
  const { sent } = visit;
  const sku = visit.params.sku ?? "";
  const { quantity = "", name = "", email = "", country = "" } = sent;
  const product = await ask(visit, showProduct, { sku });
  const { minQuantity, multiple } = product;
  const count = /^\d{1,4}$/.test(quantity) ? Number(quantity) : 0;
  const sold = count >= minQuantity && count <= 1_000 && count % multiple === 0;
  const mistakes = mistakesIn([
    ["quantity", sold, words.quantityMissing(minQuantity, multiple)],
    ["name", name !== "" && name.length <= 200, words.nameMissing],
    ["email", isEmail(email), words.emailMissing],
    ["country", isCountry(country), words.countryMissing],
  ]);
  if (!isEmpty(mistakes)) {
    return await showPlan(visit, sent, mistakes);
  }
  const buyer = { email, name, country };
  const command = { lines: [{ sku, quantity: count }], buyer, delivery: { option: "email" as const } };
  const placed = await attempt(visit, placeOrder, command, { fields: orderFields });
  if (placed.mistakes !== undefined) {
    return await showPlan(visit, sent, placed.mistakes);
  }
  if (placed.refused !== undefined) {
    return refusalOf(visit, placed.refused, { title: words.refusedTitle, back: `/plans/${sku}`, ways: [] });
  }
  const { id } = placed.reply;
  visit.cookies.push(linkCookie(visit, linkFor(visit.platform, "order", id), `/orders/${id}`));
  return { goTo: `/orders/${id}/pay` };
}

const orderFields: Answers = {
  "/lines/0/quantity": "quantity",
  "/buyer/email": "email",
  "/buyer/country": "country",
  "/buyer/name": "name",
};

async function showTheOrder(visit: Visit, shown?: readonly string[]): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const found = await ask(visit, showOrder, { id });
  const { net, gross } = found.totals;
  const codes = {
    count: found.codes.length,
    reveal: { ...formOf(visit), action: `/orders/${id}/codes` },
    shown,
  };
  return orderPage(frameOf(visit), {
    orderId: id,
    state: found.state,
    email: found.buyer.email,
    lines: found.lines.map(({ name, quantity, gross: sum }) => ({ name, quantity, sum })),
    net,
    tax: { amount: gross.amount - net.amount, currency: gross.currency },
    total: gross,
    payHref: found.state === "placed" ? `/orders/${id}/pay` : undefined,
    codes: found.state === "delivered" ? codes : undefined,
  });
}

async function reveal(visit: Visit): Promise<PageAnswer> {
  const revealed = await attempt(visit, revealCodes, { id: visit.params.id ?? "" });
  return await showTheOrder(
    visit,
    revealed.reply?.data.map(({ code }) => code),
  );
}

/** Plans for sale, ordering one, the order, and its codes. */
export const orderRoutes = [
  get("/plans", showPlans),
  get("/plans/:sku", async (visit) => await showPlan(visit)),
  post("/plans/:sku", order),
  get("/orders/:id", async (visit) => await showTheOrder(visit)),
  post("/orders/:id/codes", reveal),
];
