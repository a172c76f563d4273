import { chooseCodesPage, codesBackPage, giveBackPage, planEndedPage } from "../pages/giveBackPages.ts";
import { askTransferPage, transferPage } from "../pages/passOnPages.ts";
import { type PaymentModel, paymentPage } from "../pages/paymentPage.ts";
import { paymentsPage, receiptPage } from "../pages/receiptPages.ts";
import { refundPage } from "../pages/refundPage.ts";
import { renewItselfPage } from "../pages/renewItselfPage.ts";
import { en } from "../words/en.ts";
import { countries, formOf, now, type Sample, signedIn } from "./samples.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });
const frame = signedIn;
const [sum, place] = [eur(4_425), "Osmo Action 4 · Care Refresh, 2 years"];

const payment: PaymentModel = {
  title: en.claim.payTitleOrder,
  place: "Order ord_01JC5",
  back: "/orders/ord_1",
  sum,
  lines: [{ label: "For", value: "1 × Care Refresh, 2 years" }],
  methods: ["card", "bank_transfer", "test_success"],
  form: formOf("/orders/ord_1/pay"),
  attempt: "none",
};

const transfer = {
  reference: "RF18539007547034",
  iban: "DE89370400440532013000",
  bic: "COBADEFFXXX",
  holder: "Care Refresh Ltd",
  total: sum,
};

const refund = {
  id: "rfd_01JC5_1",
  amount: sum,
  kind: "cancellation",
  penalty: eur(0),
  state: "approved",
  requestedAt: now,
  dueAt: "2026-12-04T23:00:00Z",
  closedAt: null,
};

const sides = [
  { who: en.giveBack.laws.eu ?? "", sum, says: "Within 14 days.", clause: "eu.withdrawal", counts: true },
  {
    who: en.giveBack.terms,
    sum: undefined,
    says: "Only with the device.",
    clause: "return.plan",
    counts: false,
  },
];

const back = {
  form: formOf("/return/ctr_1_1"),
  back: "/devices/dev_1",
  place,
  sum,
  payBy: "2026-12-04T23:00:00Z",
  secondPerson: true,
  steps: [{ label: "What was paid", value: "44.25 EUR" }],
  sides,
  reason: "withdrawal",
  also: [en.giveBack.whoPaid],
};

const passing = {
  gets: [en.passOn.cover("Care Refresh, 2 years", "Sat 17 Jun 2028"), en.passOn.left(2)],
  getsNot: [en.passOn.loses.cancellation ?? ""],
};

const transferring = {
  ...passing,
  title: en.passOn.taker.asked,
  says: en.passOn.takerSays.asked("Fri 4 Dec 2026"),
  state: "needs" as const,
  facts: [{ label: en.passOn.device, value: "Osmo Action 4" }],
};

const receipt = {
  number: "chg_01JC5_1",
  paidAt: now,
  from: "Care Refresh Ltd",
  purpose: "Order ord_01JC5",
  lines: [{ name: "Care Refresh, 2 years", quantity: 1, sum }],
  net: eur(3_629),
  taxes: [{ kind: "VAT", sum: eur(796) }],
  total: sum,
  method: "Card",
  reference: "pi_3PqLmN2eZvKYlo2C1",
  refunds: [refund],
  back: "/orders/ord_1",
};

const refunded = {
  ...refund,
  means: "provider",
  decisionReason: "The device was not sent back.",
  steps: back.steps,
  sides,
  ways: [{ href: "/payments", picture: "code" as const, label: en.refund.allPayments }],
};

/** Paying, receipts, giving back and passing on, as the gallery shows them. */
export const moneySamples: readonly Sample[] = [
  { name: "pay, ways", page: paymentPage(frame, payment) },
  { name: "pay, hold", page: paymentPage(frame, { ...payment, hold: eur(14_900) }) },
  {
    name: "pay, hold not agreed",
    page: paymentPage(frame, {
      ...payment,
      hold: eur(14_900),
      form: formOf("/cases/clm_1_1/pay", {}, { agrees: en.pay.holdAgreeMissing }),
    }),
  },
  {
    name: "pay, step elsewhere",
    page: paymentPage(frame, {
      ...payment,
      attempt: "pending",
      nextUrl: "https://checkout.stripe.com/c/pay",
    }),
  },
  {
    name: "pay, transfer",
    page: paymentPage(frame, { ...payment, attempt: "pending", transfer: { ...transfer, missing: sum } }),
  },
  {
    name: "pay, transfer in part",
    page: paymentPage(frame, {
      ...payment,
      attempt: "pending",
      transfer: { ...transfer, missing: eur(2_000) },
    }),
  },
  { name: "give back", page: giveBackPage(frame, back) },
  {
    name: "give back, changed",
    page: giveBackPage(frame, {
      ...back,
      form: formOf("/return/ctr_1_1", {}, { form: en.giveBack.changed }),
    }),
  },
  { name: "give back codes", page: codesBackPage(frame, { ...back, codes: ["7K3Q", "9PHD"] }) },
  {
    name: "choose codes",
    page: chooseCodesPage(frame, {
      form: formOf("/orders/ord_1/return/codes", {}, { codes: en.giveBack.codesMissing }),
      place: "Order ord_1",
      back: "/orders/ord_1",
      codes: ["7K3Q", "9PHD"],
    }),
  },
  {
    name: "plan ended",
    page: planEndedPage(frame, {
      back: "/devices/dev_1",
      byHolder: true,
      mailed: true,
      facts: [{ label: en.giveBack.noticeAt, value: "Fri 20 Nov, 19:00 (Europe/Warsaw)" }],
      refund,
    }),
  },
  {
    name: "pass on",
    page: askTransferPage(frame, { form: formOf("/x"), place, back: "/devices/dev_1", ...passing }),
  },
  {
    name: "transfer, to answer",
    page: transferPage(frame, {
      ...transferring,
      answers: [
        { form: formOf("/transfers/trf_1_1"), answer: "agree", label: en.passOn.agree },
        { form: formOf("/transfers/trf_1_1"), answer: "decline", label: en.passOn.decline },
      ],
      note: en.passOn.ifUnknown,
    }),
  },
  {
    name: "transfer, ended",
    page: transferPage(frame, {
      ...transferring,
      answers: [],
      way: { href: "/devices", label: en.passOn.toDevices },
    }),
  },
  { name: "receipt", page: receiptPage(frame, receipt) },
  { name: "receipt, with a balance", page: receiptPage(frame, { ...receipt, balance: receipt.total }) },
  {
    name: "payments",
    page: paymentsPage(frame, {
      payments: [
        { href: "/orders/ord_1/receipt", what: "Order ord_1", paidAt: now, sum },
        { href: "/orders/ord_2/receipt", what: "Order ord_2", paidAt: now, sum, balance: sum },
      ],
      refunds: [{ ...refund, state: "paid", closedAt: now }],
    }),
  },
  { name: "payments, none", page: paymentsPage(frame, { payments: [], refunds: [] }) },
  { name: "refund, on its way", page: refundPage(frame, refunded) },
  {
    name: "refund, paid",
    page: refundPage(frame, { ...refunded, state: "paid", closedAt: now, dueAt: null, means: "transfer" }),
  },
  { name: "refund, declined", page: refundPage(frame, { ...refunded, state: "declined", closedAt: now }) },
  {
    name: "renews by itself",
    page: renewItselfPage(frame, {
      form: formOf("/renew/ctr_1_1/by-itself"),
      back: "/renew/ctr_1_1",
      product: "care-plus",
      price: eur(7_900),
      startsAt: "2028-06-17T22:00:00Z",
      wording: "The plan renews by itself when it ends.",
      methods: ["card"],
    }),
  },
  {
    name: "renew, agree where tax depends",
    page: renewItselfPage(signedIn, {
      form: formOf("/renew/ctr_1_1/by-itself", {}, { country: en.shop.countryMissing }),
      back: "/renew/ctr_1_1",
      ...{ product: "care-plus", price: eur(7_900), startsAt: "2028-06-17T22:00:00Z", countries },
      wording: "The plan renews by itself when it ends.",
      methods: ["card"],
    }),
  },
];
