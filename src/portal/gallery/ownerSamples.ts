import { devicePage } from "../pages/devicePage.ts";
import { devicesPage } from "../pages/devicesPage.ts";
import { helpPage } from "../pages/helpPage.ts";
import { mailListPage, mailPage } from "../pages/mailPages.ts";
import { orderPage } from "../pages/orderPage.ts";
import { ordersPage } from "../pages/ordersPage.ts";
import { plansPage } from "../pages/plansPage.ts";
import { problemPage } from "../pages/problemPage.ts";
import { referencePage } from "../pages/referencePage.ts";
import { renewPage } from "../pages/renewPage.ts";
import { signInCodePage, signInPage } from "../pages/signInPages.ts";
import { termsPage } from "../pages/termsPage.ts";
import { en } from "../words/en.ts";
import { countries, formOf, frame, now, ribbonOf, type Sample, signedIn } from "./samples.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });
const planName = "Care Refresh for Osmo Action 4, two years";
const card = { state: "kept", brand: "visa", lastFour: "1881", expiresOn: "2029-05-31" };
const consent = {
  ...{ price: eur(7_900), method: "card", chargesAt: "2028-06-16T22:00:00Z" },
  ...{ card, needsCard: false },
};
const renewing = {
  form: formOf("/renew/ctr_1_1"),
  deviceId: "dev_1",
  contractId: "ctr_1_1",
  product: "care-plus",
  others: [],
  inGrace: false,
  declined: false,
  ribbon: ribbonOf("renewal gap"),
  startsAt: "2027-01-15T05:00:00Z",
  endsAt: "2028-01-15T05:00:00Z",
  price: eur(7_900),
  grants: 1,
  methods: ["test_success", "test_declined"],
};
const stopRenewing = formOf("/renew/ctr_1_1/by-itself/stop");
const mail = { id: "1", to: "anna.nowak@example.com", subject: "Your code for Care Refresh", at: now };
const line = { name: planName, quantity: 1, sum: eur(4_425) };
const order = {
  orderId: "ord_01JC5",
  email: mail.to,
  lines: [line],
  net: eur(3_629),
  taxes: [{ name: "VAT 23 %, Poland", sum: eur(796) }],
  total: eur(4_425),
  payment: "none",
} as const;
const codes = { count: 1, reveal: formOf("/orders/ord_1/codes"), activate: formOf("/activate") };

const problems = ([400, 401, 403, 404, 409, 429, 500] as const).map((status) => ({
  name: `problem ${status}`,
  page: problemPage(frame, { status, requestId: status === 500 ? "req-17" : undefined, again: "/activate" }),
}));

/** Devices, sign-in, shop, mails and problems, as the gallery shows them. */
export const ownerSamples: readonly Sample[] = [
  { name: "devices, none", page: devicesPage(signedIn, { devices: [] }) },
  {
    name: "device",
    page: devicePage(
      { ...signedIn, now: "2027-11-20T09:00:00Z" },
      {
        deviceId: "dev_1",
        ribbon: ribbonOf("two swaps"),
        cases: [
          { id: "clm_1_2", reportedAt: "2027-08-18T10:00:00Z", sentence: "Closed: replaced under the plan" },
        ],
        renewal: {
          contractId: "ctr_1_1",
          product: "care-plus",
          until: "2028-06-17T22:00:00Z",
          inGrace: false,
          itself: {
            consent: { ...consent, card: { ...card, expiresOn: "2028-05-31" }, needsCard: true },
            mayAgree: true,
            stop: formOf("/renew/ctr_1_1/by-itself/stop"),
          },
        },
        plan: { contractId: "ctr_1_1", suspended: true, mayPass: false },
        ended: [{ contractId: "ctr_1_2", product: "care-1y" }],
      },
    ),
  },
  {
    name: "device, expired",
    page: devicePage(
      { ...signedIn, now: "2028-09-01T09:00:00Z" },
      { deviceId: "dev_1", ribbon: ribbonOf("expired"), cases: [] },
    ),
  },
  {
    name: "renew",
    page: renewPage(signedIn, {
      ...renewing,
      ...{ countries, declined: true },
      itself: { consent: null, mayAgree: true, stop: stopRenewing },
    }),
  },
  {
    name: "renew, by itself",
    page: renewPage(signedIn, { ...renewing, itself: { consent, mayAgree: true, stop: stopRenewing } }),
  },
  {
    name: "renew, card to give",
    page: renewPage(signedIn, {
      ...renewing,
      itself: {
        consent: {
          ...{ ...consent, chargesAt: null, needsCard: true },
          card: {
            ...{ state: "asked", brand: null, lastFour: null, expiresOn: null },
            nextUrl: "https://checkout.example/1",
          },
        },
        mayAgree: true,
        stop: stopRenewing,
      },
    }),
  },
  { name: "sign in", page: signInPage(frame, { form: formOf("/sign-in") }) },
  {
    name: "sign in, code mistaken",
    page: signInCodePage(frame, {
      form: formOf("/sign-in/code", { code: "12345" }, { code: en.device.codeWrong }),
      email: mail.to,
      again: formOf("/sign-in"),
    }),
  },
  {
    name: "plans",
    page: plansPage(frame, { products: [{ sku: "U-3889316", name: planName, price: eur(4_425) }] }),
  },
  {
    name: "order, to pay",
    page: orderPage(frame, { ...order, state: "placed" }),
  },
  {
    name: "order, payment on its way",
    page: orderPage(frame, { ...order, state: "placed", payment: "pending" }),
  },
  { name: "order, cancelled", page: orderPage(frame, { ...order, state: "cancelled" }) },
  {
    name: "order, delivered",
    page: orderPage(frame, {
      ...order,
      state: "delivered",
      codes,
    }),
  },
  {
    name: "order, codes shown",
    page: orderPage(frame, {
      ...order,
      state: "delivered",
      codes: { ...codes, shown: ["EVM2-7K3Q-XW4T-9PHD"] },
    }),
  },
  { name: "orders, none", page: ordersPage(signedIn, { orders: [] }) },
  {
    name: "orders",
    page: ordersPage(signedIn, {
      orders: [
        { id: "ord_1", name: `1 × ${planName}`, placedAt: now, total: eur(4_425), state: "placed" },
        { id: "ord_2", name: `10 × ${planName}`, placedAt: now, total: eur(41_900), state: "delivered" },
      ],
    }),
  },
  { name: "mails", page: mailListPage(frame, { mails: [mail] }) },
  {
    name: "mail",
    page: mailPage(frame, { ...mail, text: "Your code is ready:\nhttp://localhost:4400/orders/ord_1\n" }),
  },
  { name: "help", page: helpPage(frame, { mailTo: "help@example.com" }) },
  {
    name: "terms",
    page: termsPage(frame, {
      title: "Care Refresh",
      version: "2025-06",
      effectiveOn: "2025-06-01",
      clauses: [
        {
          id: "activate.handheld",
          number: "2.4",
          title: "Handheld devices",
          level: 3,
          html: "<p>Within 30 days.</p>",
        },
      ],
    }),
  },
  {
    name: "reference",
    page: referencePage(frame, {
      calls: [{ route: "GET /v1/products", summary: "Lists products." }],
      refusals: [{ code: "code_refused", says: "This code cannot be activated.", next: "Compare it." }],
      problems: [{ code: "not_found", means: "It is not there, or not yours to see: both read the same." }],
      publicUrl: "http://localhost:4400",
    }),
  },
  ...problems,
];
