import { returnCodes, showOrder } from "../../commerce/index.ts";
import type { Refusal } from "../../platform/index.ts";
import { asReceipt } from "../models/receiptSteps.ts";
import { reasonOf, refundSides, refundSteps, sentReason } from "../models/refundSides.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { seenPrice } from "../models/seenPrice.ts";
import { chooseCodesPage, codesBackPage } from "../pages/giveBackPages.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";

const words = en.giveBack;

type Found = Awaited<ReturnType<(typeof showOrder)["run"]>>;

/** The last four characters of the codes of an order that were not used and not given back. */
export function unusedIn({ codes }: Pick<Found, "codes">): readonly string[] {
  return codes.filter(({ state }) => state === "sold").map(({ last4 }) => last4);
}

function orderOf({ params }: Visit): string {
  return params.id ?? "";
}

/** Codes as they are named in an address or a form; what is none is left out. */
function codesIn(text: string | null | undefined): readonly string[] {
  return (text ?? "").split(",").filter((last4) => /^[0-9A-Z]{4}$/.test(last4));
}

async function show(visit: Visit): Promise<PageAnswer> {
  const id = orderOf(visit);
  const found = await ask(visit, showOrder, { id });
  const unused = unusedIn(found);
  const asked = codesIn(new URLSearchParams(visit.request.url.split("?")[1]).get("codes"));
  const chosen = unused.length === 1 ? unused : asked;
  if (unused.length === 0) {
    return { goTo: `/orders/${id}` };
  }
  return chosen.length === 0 ? choose(visit, unused) : await confirm(visit, chosen);
}

function choose(visit: Visit, codes: readonly string[], isMistaken = false): PageAnswer {
  const id = orderOf(visit);
  const form = formOf(visit, {}, isMistaken ? { codes: words.codesMissing } : {});
  const page = chooseCodesPage(frameOf(visit), {
    form: { ...form, action: `/orders/${id}/return/codes` },
    place: en.shop.orderTitle(id),
    back: `/orders/${id}`,
    codes,
  });
  return isMistaken ? { status: 400, page } : page;
}

/** The choice becomes part of the address, so that going back and looking again are safe. */
async function chose(visit: Visit): Promise<PageAnswer> {
  const id = orderOf(visit);
  const chosen = codesIn(visit.sent.codes);
  return chosen.length === 0
    ? choose(visit, unusedIn(await ask(visit, showOrder, { id })), true)
    : { goTo: `/orders/${id}/return?codes=${chosen.join(",")}` };
}

/** What giving them back would do now, or why it cannot be done. Nothing is changed. */
async function tried(visit: Visit, codes: readonly string[]) {
  const command = { id: orderOf(visit), codes: [...codes], reason: "no-longer-wanted" as const };
  return await attempt(visit, returnCodes, command, { dryRun: true });
}

async function confirm(visit: Visit, codes: readonly string[], isChanged = false): Promise<PageAnswer> {
  const id = orderOf(visit);
  const { refused, reply } = await tried(visit, codes);
  if (refused !== undefined || reply === undefined) {
    return refused === undefined ? { goTo: `/orders/${id}` } : notHere(visit, refused);
  }
  const { refund } = reply;
  const [first] = reply.codes.map(({ receipt }) => asReceipt(receipt));
  const { currency } = refund.amount;
  const page = codesBackPage(frameOf(visit), {
    form: { ...formOf(visit, {}, isChanged ? { form: words.changed } : {}), action: `/orders/${id}/return` },
    place: en.shop.orderTitle(id),
    back: `/orders/${id}`,
    codes,
    sum: refund.amount,
    payBy: refund.dueAt ?? undefined,
    secondPerson: refund.needsSecondPerson,
    steps:
      reply.codes.length === 1
        ? refundSteps(first ?? {})
        : reply.codes.map(({ last4, receipt }) => ({
            label: words.codeEnds(last4),
            value: formatMoney({ amount: asReceipt(receipt).refund?.amount ?? 0, currency }),
          })),
    sides: first === undefined ? [] : refundSides(first),
    reason: first === undefined ? "no-longer-wanted" : reasonOf(first),
    also: [words.whoPaid],
  });
  return isChanged ? { status: 409, page } : page;
}

function notHere(visit: Visit, refusal: Refusal): PageAnswer {
  const back = `/orders/${orderOf(visit)}`;
  return refusalOf(visit, refusal, {
    title: words.codesNot,
    calm: words.codesCalm,
    back,
    ways: [{ href: back, picture: "code", label: words.toOrder }],
  });
}

/** Gives them back for the sum that was seen; another one now is shown first. */
async function giveBack(visit: Visit): Promise<PageAnswer> {
  const id = orderOf(visit);
  const here = { goTo: `/orders/${id}` };
  const codes = codesIn(visit.sent.codes);
  if (codes.length === 0) {
    return { goTo: `/orders/${id}/return` };
  }
  const { reply } = await tried(visit, codes);
  const seen = seenPrice(visit.sent).fee;
  const sum = reply?.refund.amount;
  if (sum !== undefined && (sum.amount !== seen?.amount || sum.currency !== seen.currency)) {
    return await confirm(visit, codes, true);
  }
  const reason = sentReason(visit.sent);
  const { refused } = await attempt(visit, returnCodes, { id, codes: [...codes], reason });
  return refused === undefined || refused.code === "nothing_to_return" ? here : notHere(visit, refused);
}

/** Giving unused codes of an order back: which, what comes back, and the one button. */
export const codesBackRoutes = [
  get("/orders/:id/return", show),
  post("/orders/:id/return", giveBack),
  post("/orders/:id/return/codes", chose),
];
