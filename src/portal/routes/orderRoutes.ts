import { listOrders, revealCodes, showOrder } from "../../commerce/index.ts";
import { paymentStateOf } from "../models/paymentState.ts";
import { orderPage } from "../pages/orderPage.ts";
import { ordersPage } from "../pages/ordersPage.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { shopRoutes } from "./shopRoutes.ts";

const mostShown = 50;

async function showTheOrder(visit: Visit, shown?: readonly string[]): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const found = await ask(visit, showOrder, { id });
  const { net, gross } = found.totals;
  const payment = paymentStateOf(found.charge);
  const codes = {
    count: found.codes.length,
    reveal: { ...formOf(visit), action: `/orders/${id}/codes` },
    activate: { ...formOf(visit), action: "/activate" },
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
    payment,
    payBy: found.charge?.dueAt ?? undefined,
    codes: found.state === "delivered" ? codes : undefined,
  });
}

async function showOrders(visit: Visit) {
  const { data } = await ask(visit, listOrders, { limit: mostShown });
  const orders = data.map(({ id, state, lines, placedAt, totals }) => {
    const name = lines.map((line) => `${line.quantity} × ${line.name}`).join(", ");
    return { id, name, placedAt, total: totals.gross, state };
  });
  return ordersPage(frameOf(visit), { orders });
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
  get("/orders", showOrders),
  get("/orders/:id", async (visit) => await showTheOrder(visit)),
  get("/orders/:id/codes", async (visit) => ({ goTo: `/orders/${visit.params.id}` })),
  post("/orders/:id/codes", reveal),
];
