import { payClaim } from "../../claims/index.ts";
import { payOrder, showOrder } from "../../commerce/index.ts";
import { type ChargeView, methods } from "../../money/index.ts";
import { showClaim } from "../../service/index.ts";
import { paymentStateOf } from "../models/paymentState.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { type PaymentModel, paymentPage } from "../pages/paymentPage.ts";
import { ask, attempt, formOf, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.claim;

type Payable = Pick<PaymentModel, "title" | "place" | "back" | "lines" | "ifNot"> & {
  readonly charge: ChargeView;
  readonly zone: string;
};

/** The payment page of a charge; once it is captured there is nothing to pay and the way leads back. */
function pageOf(
  visit: Visit,
  { charge, zone, ...about }: Payable,
  mistakes: Readonly<Record<string, string>> = {},
) {
  if (charge.state !== "open") {
    return { goTo: about.back };
  }
  const page = paymentPage(frameOf(visit, zone), {
    ...about,
    sum: charge.amount,
    payBy: charge.dueAt ?? undefined,
    methods: methods(visit.platform),
    form: formOf(visit, { method: visit.sent.method ?? "" }, mistakes),
    attempt: paymentStateOf(charge),
  });
  return Object.keys(mistakes).length === 0 ? page : { status: 400, page };
}

async function claimPayable(visit: Visit): Promise<Payable | undefined> {
  const id = visit.params.id ?? "";
  const { claim, charge, device, ribbon } = await ask(visit, showClaim, { id });
  const routes: Readonly<Record<string, string>> = words.routes;
  return (
    charge && {
      title: words.payTitle[claim.route ?? ""] ?? words.payTitleOther,
      place: `${device.name} · ${words.caseNo(id)}`,
      back: `/cases/${id}`,
      lines: [{ label: words.payFor, value: routes[claim.route ?? ""] ?? "" }],
      ifNot: words.payLapse,
      charge,
      zone: ribbon.zone,
    }
  );
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
    if (found !== undefined && !methods(visit.platform).includes(method)) {
      return pageOf(visit, found, { method: words.payMethodMissing });
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
    return { goTo: path.replace(":id", visit.params.id ?? "") };
  };
  return [get(path, show), post(path, send)];
}

async function payTheClaim(
  visit: Visit,
  method: string,
): Promise<{ readonly refused?: Refused | undefined }> {
  return await attempt(visit, payClaim, { id: visit.params.id ?? "", method });
}

async function payTheOrder(
  visit: Visit,
  method: string,
): Promise<{ readonly refused?: Refused | undefined }> {
  return await attempt(visit, payOrder, { id: visit.params.id ?? "", method });
}

type Refused = Parameters<typeof refusalOf>[1];

/** Paying the fee of a case, and paying an order. */
export const paymentRoutes = [
  ...payPages("/cases/:id/pay", claimPayable, payTheClaim),
  ...payPages("/orders/:id/pay", orderPayable, payTheOrder),
];
