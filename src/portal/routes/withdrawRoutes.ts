import { cancelOrder, returnCodes, showOrder, tellWithdrawal } from "../../commerce/index.ts";
import { withdrawalOf } from "../models/withdrawalOf.ts";
import {
  confirmWithdrawalPage,
  noWithdrawalPage,
  type OpenLine,
  withdrawnPage,
  withdrawPage,
} from "../pages/withdrawPages.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.withdraw;

type Found = Awaited<ReturnType<(typeof showOrder)["run"]>>;

const orderIn = ({ params }: Visit): string => params.id ?? "";

function aboutOf(id: string, { buyer }: Found) {
  return [
    { label: words.name, value: buyer.name },
    { label: words.order, value: id },
    { label: words.mail, value: buyer.email },
  ];
}

/** The first step; after it was done the acknowledgement, which stays here. */
async function show(visit: Visit, isMistaken = false): Promise<PageAnswer> {
  const id = orderIn(visit);
  const back = `/orders/${id}`;
  const found = await ask(visit, showOrder, { id });
  const { open, told } = await withdrawalOf(visit, id);
  const wantsMore = visit.request.url.endsWith("?more");
  if (told.length > 0 && !(wantsMore && open.length > 0) && !isMistaken) {
    const more = open.length > 0 ? `${back}/withdraw?more` : undefined;
    return withdrawnPage(frameOf(visit), { back, told, more });
  }
  if (open.length === 0) {
    return { status: 409, page: noWithdrawalPage(frameOf(visit), back) };
  }
  const all = open.map(({ no }) => no).join(",");
  const form = formOf(visit, { lines: all }, isMistaken ? { lines: words.whatMissing } : {});
  const page = withdrawPage(frameOf(visit), {
    ...{ form: { ...form, action: `${back}/withdraw` }, back, lines: open },
    about: aboutOf(id, found),
  });
  return isMistaken ? { status: 400, page } : page;
}

/** Lines as an address or a form names them; what is no open line is left out. */
function chosenIn(text: string | null | undefined, open: readonly OpenLine[]): readonly OpenLine[] {
  const wanted = new Set((text ?? "").split(","));
  return open.filter(({ no }) => wanted.has(String(no)));
}

/** The choice becomes part of the address, so that going back and looking again are safe. */
async function chose(visit: Visit): Promise<PageAnswer> {
  const id = orderIn(visit);
  await ask(visit, showOrder, { id });
  const chosen = chosenIn(visit.sent.lines, (await withdrawalOf(visit, id)).open);
  return chosen.length === 0
    ? await show(visit, true)
    : { goTo: `/orders/${id}/withdraw/confirm?lines=${chosen.map(({ no }) => no).join(",")}` };
}

/** The second step. */
async function confirm(visit: Visit): Promise<PageAnswer> {
  const id = orderIn(visit);
  const found = await ask(visit, showOrder, { id });
  const asked = new URLSearchParams(visit.request.url.split("?")[1]).get("lines");
  const lines = chosenIn(asked, (await withdrawalOf(visit, id)).open);
  if (lines.length === 0) {
    return { goTo: `/orders/${id}/withdraw` };
  }
  const back = `/orders/${id}/withdraw`;
  const form = { ...formOf(visit), action: `${back}/confirm` };
  const { name } = found.buyer;
  return confirmWithdrawalPage(frameOf(visit), {
    ...{ form, back, name, orderId: id, lines },
    about: aboutOf(id, found),
  });
}

/** Keeps the withdrawal first: whatever can be done about it at once follows, the rest is a person's. */
async function withdraw(visit: Visit): Promise<PageAnswer> {
  const id = orderIn(visit);
  const here = { goTo: `/orders/${id}/withdraw` };
  const lines = (visit.sent.lines ?? "").split(",").flatMap((no) => (/^\d{1,3}$/.test(no) ? Number(no) : []));
  if (lines.length === 0) {
    return here;
  }
  const found = await ask(visit, showOrder, { id });
  const told = await attempt(visit, tellWithdrawal, { id, lines });
  if (told.refused !== undefined || told.reply === undefined) {
    return here;
  }
  await undo(visit, found, new Set(lines));
  return here;
}

/** Unused codes come back, goods that are still here are cancelled. What is refused waits for a person. */
async function undo(visit: Visit, found: Found, lines: ReadonlySet<number>): Promise<void> {
  const { id, state } = found;
  // Each of these is an act of its own, under a key of its own.
  const { formKey: _, ...sent } = visit.sent;
  const next: Visit = { ...visit, sent };
  const goods = found.lines.filter(({ soldAs }) => soldAs === "goods");
  const isAll = found.lines.every(({ no }) => lines.has(no));
  if (state === "placed" ? isAll : goods.length > 0 && goods.every(({ no }) => lines.has(no))) {
    await attempt(next, cancelOrder, { id, reason: "withdrawal" });
  }
  const codes = found.codes.filter((code) => code.state === "sold" && lines.has(code.lineNo));
  if (codes.length > 0) {
    const last4 = codes.map((code) => code.last4);
    await attempt(next, returnCodes, { id, codes: last4, reason: "withdrawal" as const });
  }
}

/** Withdrawing from an order: choose, confirm, and the acknowledgement. */
export const withdrawRoutes = [
  get("/orders/:id/withdraw", async (visit) => await show(visit)),
  post("/orders/:id/withdraw", chose),
  get("/orders/:id/withdraw/confirm", confirm),
  post("/orders/:id/withdraw/confirm", withdraw),
];
