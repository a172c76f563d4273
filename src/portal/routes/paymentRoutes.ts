import { isGone, payClaim } from "../../claims/index.ts";
import { payOrder, showOrder } from "../../commerce/index.ts";
import { type ChargeView, methods } from "../../money/index.ts";
import { type ClaimPage, showClaim } from "../../service/index.ts";
import {
  asReceipt,
  holdTryOf,
  needsCard,
  paymentStateOf,
  paymentStepOf,
  refusalOf,
} from "../models/index.ts";
import { type PaymentModel, paymentPage } from "../pages/paymentPage.ts";
import type { Answers } from "../visit/draft.ts";
import { mistakesIn } from "../visit/readForm.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { payingOn, stepOn } from "./payingOn.ts";

const words = en.claim;

type Payable = Pick<PaymentModel, "title" | "place" | "back" | "lines" | "ifNot" | "hold"> & {
  readonly charge: ChargeView;
  /** How the card that stands for something answered, while that is not settled. */
  readonly asked?: ReturnType<typeof holdTryOf>;
  /** What another card is to stand for, where the one there was said no. */
  readonly card?: ChargeView["amount"] | undefined;
  readonly zone: string;
};

/** The payment page of a charge; once it is captured there is nothing to pay and the way leads back. */
function pageOf(visit: Visit, { charge, zone, ...about }: Payable, mistakes: Answers = {}) {
  if (charge.state !== "open" && about.card === undefined) {
    return { goTo: about.back };
  }
  const page = paymentPage(frameOf(visit, zone), {
    ...about,
    sum: about.card ?? charge.amount,
    payBy: charge.dueAt ?? undefined,
    ...paymentStepOf(charge),
    methods: waysFor(visit, about),
    form: formOf(visit, { method: visit.sent.method ?? "", agrees: visit.sent.agrees ?? "" }, mistakes),
    attempt: paymentStateOf(charge),
    ...about.asked,
  });
  return Object.keys(mistakes).length === 0 ? page : { status: 400, page };
}

/** A card alone can stand for something. */
function waysFor({ platform }: Visit, { hold }: Pick<Payable, "hold">): readonly string[] {
  return methods(platform).filter((method) => hold === undefined || method !== "bank_transfer");
}

async function claimPayable(visit: Visit): Promise<Payable | undefined> {
  const id = visit.params.id ?? "";
  const found = await ask(visit, showClaim, { id });
  const { claim, device, ribbon, hold } = found;
  const offered = advanceCharge(claim);
  const charge = found.charge ?? offered;
  const held = hold?.amount ?? (offered && asReceipt(claim.receipt).hold);
  const isPlaced = hold?.state === "placed" && !needsCard(hold);
  const routes: Readonly<Record<string, string>> = words.routes;
  return (
    charge && {
      title: words.payTitle[claim.route ?? ""] ?? words.payTitleOther,
      place: `${device.name} · ${words.caseNo(id)}`,
      back: `/cases/${id}`,
      lines: [
        { label: words.payFor, value: routes[claim.route ?? "plan"] ?? "" },
        ...(held === undefined ? [] : [{ label: words.advance.holdLine, value: formatMoney(held) }]),
      ],
      hold: isPlaced ? undefined : held,
      ifNot: held === undefined ? lapseOf(claim) : words.advance.payLapse,
      charge,
      asked: isPlaced ? undefined : holdTryOf(hold),
      card: hold !== undefined && claim.state !== "chosen" && needsCard(hold) ? hold.amount : undefined,
      zone: ribbon.zone,
    }
  );
}

/** What follows when nobody pays: what is gone is not sent back. */
const lapseOf = ({ incident }: ClaimPage["claim"]): string =>
  isGone(incident) ? words.payLapseGone : words.payLapse;

/** The fee of an advance exchange that was offered and is not begun yet; undefined for every other case. */
function advanceCharge({ state, next, receipt }: ClaimPage["claim"]): ChargeView | undefined {
  const { fee } = asReceipt(receipt);
  if (state !== "reported" || next.what !== "pay" || fee?.currency == null) {
    return undefined;
  }
  const amount = { amount: fee.amount, currency: fee.currency };
  return { id: "", purpose: "claim_fee", amount, state: "open", dueAt: next.by ?? null, payment: null };
}

async function orderPayable(visit: Visit): Promise<Payable | undefined> {
  const id = visit.params.id ?? "";
  const { charge, lines } = await ask(visit, showOrder, { id });
  return charge === null
    ? undefined
    : {
        title: words.payTitleOrder,
        place: en.shop.orderTitle(id),
        back: `/orders/${id}`,
        lines: lines.map(({ quantity, name }) => ({ label: words.payFor, value: `${quantity} × ${name}` })),
        charge,
        zone: "UTC",
      };
}

function payPages(
  path: string,
  payable: (visit: Visit) => Promise<Payable | undefined>,
  pay: typeof payTheClaim,
) {
  const show = async (visit: Visit): Promise<PageAnswer> => {
    const found = await payable(visit);
    return found === undefined
      ? { goTo: path.replace(":id", visit.params.id ?? "").replace("/pay", "") }
      : pageOf(visit, found);
  };
  const send = async (visit: Visit): Promise<PageAnswer> => {
    const method = visit.sent.method ?? "";
    const found = await payable(visit);
    const mistakes = found === undefined ? {} : mistakesOf(visit, found);
    if (found !== undefined && Object.keys(mistakes).length > 0) {
      return pageOf(visit, found, mistakes);
    }
    const paid = await pay(visit, method);
    if (paid.refused !== undefined) {
      const back = found?.back ?? "/";
      const way = { href: back, picture: "parcel" as const, label: words.lookAgain };
      return refusalOf(visit, paid.refused, {
        title: words.payRefused,
        calm: words.nothingDone,
        back,
        ways: [way],
      });
    }
    const page = path.replace(":id", visit.params.id ?? "");
    return paid.nextUrl === undefined
      ? payingOn(visit, paid.charge, page)
      : stepOn(visit, paid.nextUrl, page);
  };
  return [get(path, show), post(path, send)];
}

/** What is to be put right before anything is paid. */
function mistakesOf(visit: Visit, found: Payable): Answers {
  const { method = "", agrees } = visit.sent;
  return mistakesIn([
    ["method", waysFor(visit, found).includes(method), words.payMethodMissing],
    ["agrees", found.hold === undefined || agrees === "yes", en.pay.holdAgreeMissing],
  ]);
}

interface Paid {
  readonly refused?: Refused | undefined;
  readonly charge?: ChargeView | undefined;
  /** Where the payer goes before the charge is tried at all. */
  readonly nextUrl?: string | undefined;
}

async function payTheClaim(visit: Visit, method: string): Promise<Paid> {
  const { refused, reply } = await attempt(visit, payClaim, { id: visit.params.id ?? "", method });
  return { refused, charge: reply?.charge, nextUrl: reply?.hold?.payment?.nextUrl };
}

async function payTheOrder(visit: Visit, method: string): Promise<Paid> {
  const { refused, reply } = await attempt(visit, payOrder, { id: visit.params.id ?? "", method });
  return { refused, charge: reply };
}

type Refused = Parameters<typeof refusalOf>[1];

/** Paying the fee of a case, and paying an order. */
export const paymentRoutes = [
  ...payPages("/cases/:id/pay", claimPayable, payTheClaim),
  ...payPages("/orders/:id/pay", orderPayable, payTheOrder),
];
