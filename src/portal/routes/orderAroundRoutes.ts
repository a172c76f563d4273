import { cancelOrder, listOrderInvoices, paperOf, type showOrder } from "../../commerce/index.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { cancelOrderPage } from "../pages/cancelOrderPage.ts";
import { withdrawalOf } from "../models/withdrawalOf.ts";
import type { OrderModel } from "../pages/orderPage.ts";
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

const words = en.shop;

type Found = Awaited<ReturnType<(typeof showOrder)["run"]>>;
type Refused = Parameters<typeof refusalOf>[1];

/** What stands around an order: its papers, and whether it may still be cancelled. */
export async function orderAround(
  visit: Visit,
  { id, state, delivery }: Found,
): Promise<Pick<OrderModel, "papers" | "mayCancel" | "mayWithdraw">> {
  const { data } = await ask(visit, listOrderInvoices, { id });
  const isHere = delivery.option !== "email" && state === "paid";
  const papers = data.map((paper) => ({
    href: `/orders/${id}/papers/${paper.id}`,
    name: words.paper(paper.kind, paper.number),
  }));
  const { open, told } = await withdrawalOf(visit, id);
  const mayWithdraw = open.length + told.length > 0;
  return { papers, mayWithdraw, mayCancel: (isHere && (await mayCancel(visit, id))) || state === "placed" };
}

async function mayCancel(visit: Visit, id: string): Promise<boolean> {
  const tried = await attempt(visit, cancelOrder, { id }, { dryRun: true });
  return tried.reply !== undefined;
}

/** A paper of this order; whose it is, is asked by the paper itself. */
async function showPaper(visit: Visit): Promise<PageAnswer> {
  const { name, bytes } = await paperOf(reader(visit), visit.params.paper ?? "");
  return { file: { type: "application/pdf", name, text: bytes } };
}

async function askCancel(visit: Visit): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const tried = await attempt(visit, cancelOrder, { id }, { dryRun: true });
  if (tried.refused !== undefined) {
    return refusedCancel(visit, id, tried.refused);
  }
  const back = tried.reply?.refund?.amount;
  const form = formOf(visit);
  return cancelOrderPage(frameOf(visit), { orderId: id, form, ...(back === undefined ? {} : { back }) });
}

async function cancel(visit: Visit): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const cancelled = await attempt(visit, cancelOrder, { id });
  return cancelled.refused === undefined
    ? { goTo: `/orders/${id}` }
    : refusedCancel(visit, id, cancelled.refused);
}

function refusedCancel(visit: Visit, id: string, refused: Refused): PageAnswer {
  const back = `/orders/${id}`;
  const order = { href: back, picture: "parcel", label: words.orderTitle(id) } as const;
  return refusalOf(visit, refused, {
    title: words.cancelRefused,
    calm: words.cancelCalm,
    back,
    ways: [order],
  });
}

/** Papers of an order, and cancelling it. */
export const orderAroundRoutes = [
  get("/orders/:id/papers/:paper", showPaper),
  get("/orders/:id/cancel", askCancel),
  post("/orders/:id/cancel", cancel),
];
