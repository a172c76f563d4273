import { placeOrder } from "../../commerce/index.ts";
import { linkFor } from "../../identity/index.ts";
import type { Refusal } from "../../platform/index.ts";
import {
  cartRefusal,
  checkModel,
  dueStep,
  informationShown,
  orderCommand,
  orderFields,
  shopCountry,
  stepOf,
} from "../models/index.ts";
import { checkPage, refusalPage } from "../pages/index.ts";
import { cartOf, keepCart } from "../visit/cartCookie.ts";
import type { Answers } from "../visit/draft.ts";
import { pricedCart } from "../visit/pricedCart.ts";
import { seal, unseal } from "../visit/seal.ts";
import { attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import type { Money } from "../words/formatMoney.ts";
import { answersOf, pointNamed, showStep, stepPaths } from "./checkoutStepPages.ts";
import { linkCookie } from "./signInRoutes.ts";

/** Another total, or other words than were shown: the page is shown once more, and nothing is ordered. */
const changes = new Set(["price_changed", "information_changed"]);

/** An order as its page showed it. */
type Command = ReturnType<typeof orderCommand> & { readonly total: Money; readonly information: string };

/** Everything once more, at the prices of now. `was` is the total that was seen before and is no more. */
async function showCheck(visit: Visit, was?: Money, mistakes: Answers = {}): Promise<PageAnswer> {
  const given = answersOf(visit);
  const { lines } = cartOf(visit);
  const priced = await pricedCart(visit, { lines }, given.country || shopCountry(visit));
  if (priced === undefined || priced.lines.some(({ refused }) => refused !== null)) {
    return { goTo: "/cart" };
  }
  const hasGoods = priced.lines.some(({ price }) => price?.soldAs === "goods");
  const due = dueStep(given, hasGoods);
  if (due !== undefined) {
    return { goTo: stepPaths[due] };
  }
  const command = orderCommand(given, { lines, hasGoods });
  const tried = await attempt(visit, placeOrder, command, { fields: orderFields, dryRun: true });
  if (tried.mistakes !== undefined) {
    return await mendIt(visit, tried.mistakes);
  }
  if (tried.refused !== undefined) {
    return refusedOrder(visit, tried.refused);
  }
  const order = tried.reply;
  const information = await informationShown(visit, order, given.kind === "company");
  const form = { ...formOf(visit, {}, mistakes), action: "/checkout/check" };
  const shown = { ...command, total: order.totals.gross, information: information.digest };
  const sealed = seal(visit.platform, { command: shown });
  const { pickupPoint } = order.delivery;
  const pointName = pickupPoint === null ? "" : await pointNamed(visit, order.country, pickupPoint);
  const around = { form, order: sealed, was, information, today: visit.now.slice(0, 10) };
  const page = checkPage(frameOf(visit), checkModel(order, { ...given, pointName }, around));
  return Object.keys(mistakes).length > 0 || was !== undefined ? { status: 409, page } : page;
}

/** Leads back to the first page that has something to put right. */
async function mendIt(visit: Visit, mistakes: Answers): Promise<PageAnswer> {
  const step = Object.keys(mistakes)
    .map(stepOf)
    .find((found) => found !== undefined);
  return await showStep(visit, step ?? "who", mistakes);
}

function refusedOrder(visit: Visit, refused: Refusal): PageAnswer {
  const cart = { href: "/cart", picture: "basket", label: en.checkout.backToCart } as const;
  const page = refusalPage(frameOf(visit), {
    title: en.checkout.refusedTitle,
    says: `${cartRefusal(refused)} ${en.checkout.calm}`,
    ...{ against: [], dates: [], lacks: [], doors: [cart], back: "/cart" },
  });
  return { status: 409, page };
}

/**
 * Places the order just as the page showed it, whatever another window did to the cart or the answers since:
 * the page carries it, sealed. Sent twice it is one order; another total is shown before anything is ordered.
 */
async function order(visit: Visit): Promise<PageAnswer> {
  const shown = unseal(visit.platform, visit.sent.order ?? "") as { readonly command?: Command } | undefined;
  const command = shown?.command;
  if (command === undefined) {
    return await showCheck(visit);
  }
  if (visit.sent.withdrawal !== "yes") {
    return await showCheck(visit, undefined, { withdrawal: en.checkout.consentMissing });
  }
  const placed = await attempt(
    visit,
    placeOrder,
    { ...command, withdrawalShown: true },
    { fields: orderFields },
  );
  if (placed.mistakes !== undefined) {
    return await mendIt(visit, placed.mistakes);
  }
  if (placed.refused !== undefined) {
    return changes.has(placed.refused.code)
      ? await showCheck(visit, command.total)
      : refusedOrder(visit, placed.refused);
  }
  const { id } = placed.reply;
  visit.cookies.push(linkCookie(visit, linkFor(visit.platform, "order", id), `/orders/${id}`));
  forgetOrdered(visit, command);
  return { goTo: `/orders/${id}/pay` };
}

/** What was ordered leaves the cart; what another window put in meanwhile stays. */
function forgetOrdered(visit: Visit, { lines }: Command): void {
  const cart = cartOf(visit);
  const left = cart.lines.filter(({ sku, quantity }) => {
    const ordered = lines.find((line) => line.sku === sku);
    return ordered === undefined || ordered.quantity !== quantity;
  });
  keepCart(visit, { ...cart, lines: left });
}

/** The last page before the order, and the order. */
export const checkoutCheckRoutes = [
  get("/checkout/check", (visit) => showCheck(visit)),
  post("/checkout/check", order),
];
