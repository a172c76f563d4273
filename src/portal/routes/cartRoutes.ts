import { productsOf } from "../../catalogue/index.ts";
import { cartModel, type PricedCart } from "../models/cartModel.ts";
import { everyCountry, isCountry } from "../models/countries.ts";
import { shopCountry } from "../models/shopCountry.ts";
import { cartPage } from "../pages/cartPage.ts";
import { type Cart, cartOf, keepCart, MOST_PIECES, withLine } from "../visit/cartCookie.ts";
import { keep } from "../visit/draft.ts";
import { pricedCart } from "../visit/pricedCart.ts";
import { formOf, frameOf, get, type PageAnswer, post, reader, type Visit } from "../visit/visit.ts";

async function show(visit: Visit): Promise<PageAnswer> {
  const cart = cartOf(visit);
  const country = shopCountry(visit);
  const priced = await pricedCart(visit, cart, country);
  const names = await namesOf(visit, priced);
  const today = visit.now.slice(0, 10);
  const formFor = (sku: string) => ({ ...formOf(visit), action: `/cart/${sku}` });
  const empty = { lines: [], ways: [], hasGoods: false, taxes: [] };
  const model = priced === undefined ? empty : cartModel(priced, { today, names, formOf: formFor });
  learn(visit, cart, priced);
  return cartPage(frameOf(visit), {
    ...model,
    countries: everyCountry,
    country: { ...formOf(visit, { country }), action: "/cart/country" },
  });
}

/** Products that were put in beside another have no price that was seen: this is the first time they are. */
function learn(visit: Visit, cart: Cart, priced: PricedCart | undefined): void {
  const lines = cart.lines.map((line) => {
    const gross = priced?.lines.find(({ sku }) => sku === line.sku)?.price?.unit.gross;
    return { ...line, seen: line.seen ?? gross };
  });
  if (lines.some(({ seen }, index) => seen !== cart.lines[index]?.seen)) {
    keepCart(visit, { ...cart, lines });
  }
}

/** What the refused products are called; priced ones say it themselves. */
async function namesOf(visit: Visit, priced: PricedCart | undefined): Promise<ReadonlyMap<string, string>> {
  const refused = (priced?.lines ?? []).filter(({ price }) => price === null).map(({ sku }) => sku);
  const found = refused.length === 0 ? [] : await productsOf(reader(visit), refused);
  return new Map(found.map(({ sku, name }) => [sku, name]));
}

/** Changes a line, or takes it out. What it costs with the new number is seen on the page that follows. */
async function change(visit: Visit): Promise<PageAnswer> {
  const { sku = "" } = visit.params;
  const { quantity = "", next = "change" } = visit.sent;
  const count = next === "remove" ? 0 : Number(/^\d{1,4}$/.exec(quantity)?.[0] ?? -1);
  const cart = cartOf(visit);
  if (count >= 0 && count <= MOST_PIECES && cart.lines.some((line) => line.sku === sku)) {
    keepCart(visit, withLine(cart, { sku, quantity: count }));
  }
  return await Promise.resolve({ goTo: "/cart" });
}

/** Another country: its tax and its delivery, in the cart or on the page of a product. */
async function move(visit: Visit): Promise<PageAnswer> {
  const { country = "" } = visit.sent;
  if (isCountry(country)) {
    keepCart(visit, { ...cartOf(visit), country });
    const answers = visit.draft.parts.get("checkout");
    if (answers !== undefined) {
      keep(visit.draft, "checkout", { ...answers, country });
    }
  }
  const { sku } = visit.params;
  return await Promise.resolve({ goTo: sku === undefined ? "/cart" : `/shop/${sku}#delivery` });
}

/** The cart, kept in the browser, and what changes in it. */
export const cartRoutes = [
  get("/cart", show),
  post("/cart/country", move),
  post("/shop/:sku/country", move),
  post("/cart/:sku", change),
];
