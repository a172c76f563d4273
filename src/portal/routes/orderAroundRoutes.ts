import {
  answerDelay,
  cancelOrder,
  listOrderInvoices,
  paperOf,
  showDelivery,
  type showOrder,
} from "../../commerce/index.ts";
import { lateTold, parcelShown } from "../models/deliveryShown.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { withdrawalOf } from "../models/withdrawalOf.ts";
import { cancelOrderPage } from "../pages/cancelOrderPage.ts";
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

/** What stands around an order: its papers, its parcels, what is late, and whether it may be cancelled. */
export async function orderAround(
  visit: Visit,
  found: Found,
): Promise<Pick<OrderModel, "papers" | "mayCancel" | "mayWithdraw" | "parcels" | "late">> {
  const { id, state, delivery } = found;
  const isSent = delivery.option !== "email";
  const [{ data }, { open, told }, sent] = await Promise.all([
    ask(visit, listOrderInvoices, { id }),
    withdrawalOf(visit, id),
    isSent ? ask(visit, showDelivery, { id }) : undefined,
  ]);
  const papers = data.map((paper) => ({
    href: `/orders/${id}/papers/${paper.id}`,
    name: words.paper(paper.kind, paper.number),
  }));
  const says = lateTold(sent?.delays ?? [], found);
  return {
    papers,
    mayWithdraw: open.length + told.length > 0,
    parcels: (sent?.parcels ?? []).map(parcelShown),
    late: says.length === 0 ? undefined : { says, form: { ...formOf(visit), action: `/orders/${id}/delay` } },
    mayCancel: state === "placed" || (isSent && state === "paid" && (await mayCancel(visit, id))),
  };
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

/** Waits for what is late, or cancels it. */
async function chooseDelay(visit: Visit): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const choice = visit.sent.choice === "cancel" ? "cancel" : "wait";
  const answered = await attempt(visit, answerDelay, { id, choice });
  return answered.refused === undefined
    ? { goTo: `/orders/${id}` }
    : refusedCancel(visit, id, answered.refused);
}

/** Papers of an order, cancelling it, and what to do about what is late. */
export const orderAroundRoutes = [
  get("/orders/:id/papers/:paper", showPaper),
  get("/orders/:id/cancel", askCancel),
  post("/orders/:id/cancel", cancel),
  post("/orders/:id/delay", chooseDelay),
];
