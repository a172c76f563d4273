import { listOrders, revealCodes, showOrder } from "../../commerce/index.ts";
import { type ChargeView, refundsOfRoots, refundView } from "../../money/index.ts";
import { readPublicId } from "../../platform/index.ts";
import { orderTaxes } from "../models/checkModel.ts";
import { orderLinesOf } from "../models/orderLinesOf.ts";
import { paymentStateOf, paymentStepOf } from "../models/paymentState.ts";
import { type OrderModel, orderPage } from "../pages/orderPage.ts";
import { ordersPage } from "../pages/ordersPage.ts";
import { pathsOf } from "../parts/pageLinks.ts";
import {
  ask,
  attempt,
  cursorAsked,
  formOf,
  frameOf,
  get,
  type PageAnswer,
  post,
  reader,
  type Visit,
} from "../visit/visit.ts";
import { codesBackRoutes, unusedIn } from "./codesBackRoutes.ts";
import { orderAround, orderAroundRoutes } from "./orderAroundRoutes.ts";
import { shopRoutes } from "./shopRoutes.ts";

const mostShown = 50;

async function showTheOrder(visit: Visit, shown?: readonly string[]): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const found = await ask(visit, showOrder, { id });
  const { rootId } = readPublicId("ord", id) ?? {};
  const refunds = await refundsOfRoots(reader(visit), [rootId]);
  const around = await orderAround(visit, found);
  const codes = {
    count: found.codes.filter(({ state }) => state !== "void").length,
    reveal: { ...formOf(visit), action: `/orders/${id}/codes` },
    activate: { ...formOf(visit), action: "/activate" },
    shown,
  };
  const hasCodes = codes.count > 0 && (found.state === "delivered" || found.state === "paid");
  return orderPage(frameOf(visit), {
    orderId: id,
    state: found.state,
    email: found.buyer.email,
    ...orderLinesOf(found),
    taxes: orderTaxes(found),
    total: found.totals.gross,
    payment: paymentStateOf(found.charge),
    payBy: found.charge?.dueAt ?? undefined,
    step: stepOf(found.charge),
    codes: hasCodes ? codes : undefined,
    hasReceipt: found.charge?.state === "captured" && found.charge.amount.amount > 0,
    mayReturn: found.state === "delivered" && unusedIn(found).length > 0,
    refunds: refunds.map(refundView),
    ...around,
  });
}

function stepOf(charge: ChargeView | null): OrderModel["step"] {
  const { nextUrl, transfer } = paymentStepOf(charge);
  if (nextUrl !== undefined) {
    return "bank";
  }
  if (transfer === undefined) {
    return undefined;
  }
  const { total, missing } = transfer;
  return { came: { amount: total.amount - missing.amount, currency: total.currency } };
}

async function showOrders(visit: Visit) {
  const after = cursorAsked(visit);
  const place = after === "" ? {} : { after };
  const { data, nextCursor } = await ask(visit, listOrders, { limit: mostShown, ...place });
  const orders = data.map(({ id, state, lines, placedAt, totals }) => {
    const name = lines.map((line) => `${line.quantity} × ${line.name}`).join(", ");
    return { id, name, placedAt, total: totals.gross, state };
  });
  return ordersPage(frameOf(visit), { orders, ...pathsOf("/orders", after, nextCursor) });
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
  ...shopRoutes,
  ...codesBackRoutes,
  ...orderAroundRoutes,
  get("/orders", showOrders),
  get("/orders/:id", async (visit) => await showTheOrder(visit)),
  get("/orders/:id/codes", async (visit) => ({ goTo: `/orders/${visit.params.id}` })),
  post("/orders/:id/codes", reveal),
];
