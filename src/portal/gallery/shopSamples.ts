import { cancelOrderPage } from "../pages/cancelOrderPage.ts";
import { type CartModel, cartPage } from "../pages/cartPage.ts";
import {
  addressPage,
  checkPage,
  countryPage,
  kindPage,
  pointPage,
  wayPage,
  whoPage,
} from "../pages/checkoutPages.ts";
import { orderPage } from "../pages/orderPage.ts";
import { fitPage, productMistakePage } from "../pages/shelfCheckPages.ts";
import { shelfPage } from "../pages/shelfPage.ts";
import { type ShelfProductModel, shelfProductPage } from "../pages/shelfProductPage.ts";
import { en } from "../words/en.ts";
import { countries, formOf, frame, reasons, type Sample, signedIn } from "./samples.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });
const shopFrame = { ...frame, cartCount: 3 };
const name = "Care Refresh for Osmo Action 4, two years (e-code)";
const fees = [{ for: "Osmo Action 4, European Union", fees: [eur(2_700), eur(4_200), eur(5_700)] }];
const tiers = [
  { from: 1, gross: eur(4_425), net: eur(3_627) },
  { from: 10, gross: eur(4_190), net: eur(3_434) },
];
const card = {
  sku: "house-2",
  name: "Battery two",
  brand: "Maker",
  productCode: "C-2",
  stock: "400 in stock",
};
const cards = [
  { ...card, isPlan: false, price: eur(98), hasTiers: true },
  { ...card, sku: "house-3", isPlan: true, photoUrl: "/assets/mark.svg", price: undefined, hasTiers: false },
];
const planCard = {
  sku: "U-3889316",
  name,
  price: "44.25 EUR",
  length: "24 months",
  replacements: 3,
  firstFee: "27.00 EUR",
};

const plan: ShelfProductModel = {
  ...{
    sku: "U-3889316",
    name,
    brand: "DJI",
    productCode: "CP.QT.00008540.01",
    trail: [],
    summary: "Two years.",
  },
  tiers,
  buy: {
    ...{ form: formOf("/shop/U-3889316", { quantity: "12" }), least: 1, multiple: 1, beside: [] },
    arrival: { state: "ok", available: "Available", day: "Fri 20 Nov 2026", says: en.shelf.byMail },
    total: { kind: "priced", quantity: 12, each: eur(4_190), gross: eur(50_280), net: eur(41_208) },
  },
  specifications: [],
  plan: {
    ...{
      programme: "dji-care-refresh",
      length: "24 months",
      replacements: 3,
      regions: ["European Union"],
      fees,
    },
    activateWithin: "30 days",
    notCovered: [{ title: "Lost", html: "<p>A device that is lost, or of which a part is lost.</p>" }],
  },
  compare: [planCard, { ...planCard, sku: "CARE-1Y", length: "12 months", replacements: 2 }],
  similar: [],
  data: { "@type": "Product", name: "</script>" },
};

const goods: ShelfProductModel = {
  ...plan,
  ...{ sku: "house-1", name: "Osmo Action 4", photoUrl: "/assets/mark.svg", plan: undefined, compare: [] },
  trail: [{ path: "cameras", name: "Cameras" }],
  buy: {
    ...{ form: formOf("/shop/house-1", { quantity: "7" }, { quantity: en.shelf.quantityNotSold(5, 5) }) },
    ...{ least: 5, multiple: 5, beside: [planCard], total: { kind: "not sold", nearest: [5, 10] } },
    arrival: {
      state: "ok",
      available: "Available",
      where: "In the supplier’s warehouse",
      says: en.shelf.fromSupplier,
    },
  },
  specifications: [{ name: "Sensor", value: "1/1.3 inch" }],
  supplier: { name: "The house", productCode: "X", description: "One.\n\nTwo.", parameters: [] },
  delivery: {
    country: "Estonia",
    ways: [
      { option: "home", price: eur(500), freeFrom: eur(2_500), mostGrams: 1_000_000 },
      { option: "email", price: eur(0) },
    ],
  },
  similar: cards,
};

const shelf = {
  ...{ title: "“battery”", typed: "battery", carried: [["brand", "Maker"]] as const, trail: [] },
  ...{ products: cards, count: "10,000+ products", meant: "battery", next: "/shop?after=1" },
  ...{ taken: [{ href: "/shop", name: "Maker" }], kinds: [{ href: "/shop?kind=goods", name: "Goods" }] },
  categories: [{ href: "/shop/category/power", name: "Power", count: 1_200 }],
  brands: [],
};

const cart: CartModel = {
  lines: [
    {
      ...{ sku: "U-3889316", name, quantity: 8, form: formOf("/cart/U-3889316") },
      priced: {
        ...{ each: eur(4_425), sum: eur(35_400), tierFrom: 1, arrives: "by e-mail", was: eur(4_000) },
        next: { more: 2, each: eur(4_190) },
      },
    },
    {
      ...{ sku: "house-1", name: "Battery", quantity: 7, form: formOf("/cart/house-1") },
      refused: { says: "This quantity is not sold.", quantities: [5, 10] },
    },
  ],
  ways: [{ option: "home", price: eur(500), missing: eur(390), day: "with you by Mon 23 Nov 2026" }],
  ...{ hasGoods: true, taxes: [{ name: "VAT 24 %, Estonia", sum: eur(6_852) }], net: eur(28_548) },
  ...{ total: eur(35_400), countries, country: formOf("/cart/country", { country: "EE" }) },
};

const answers = formOf(
  "/checkout/who",
  { kind: "company", country: "EE" },
  { vatId: en.checkout.vatIdWrong },
);
const unmistaken = formOf("/checkout", { kind: "company", country: "EE" });
const check = {
  ...{ form: formOf("/checkout/check", {}, { withdrawal: en.checkout.consentMissing }), order: "sealed" },
  buyer: [{ label: en.checkout.country, value: "Estonia", change: "/checkout/country" }],
  lines: [{ name, quantity: 2, sum: eur(8_850) }],
  ...{ delivery: "Home delivery", deliverySum: eur(0), net: eur(7_137), total: eur(8_850), was: eur(8_000) },
  taxes: [{ name: "VAT 24 %, Estonia", sum: eur(1_713) }],
  information: { html: "<h3>What you buy</h3><p>2 codes.</p>" },
};

const order = {
  ...({
    orderId: "ord_01JC5",
    state: "paid",
    email: "anna@example.com",
    payment: "captured",
    hasGoods: true,
  } as const),
  lines: [{ name: "Battery", quantity: 5, sum: eur(610), note: "with you by Mon 23 Nov 2026" }],
  ...{ delivery: { name: "Home delivery", sum: eur(500) }, taxes: check.taxes, total: eur(1_110) },
  ...{ mayCancel: true, papers: [{ href: "/orders/ord_01JC5/papers/inv_1", name: "Invoice 2026-1 (PDF)" }] },
  parcels: [
    {
      ...({ state: "waiting", word: "On its way", lines: "5 × Battery", carrier: "Test carrier" } as const),
      tracking: { number: "T1", href: "https://carrier.example/T1" },
    },
  ],
  late: { says: ["Battery comes later."], form: formOf("/orders/ord_01JC5/delay") },
};

const points = [{ id: "ee-1", name: "Kiosk", where: "Pikk 1, 10123 Tallinn" }];
const find = formOf("/checkout/point/near");
const fit = {
  sku: "U-3889316",
  name,
  models: countries,
  regions: countries,
  form: formOf("/shop/U-3889316/check"),
};

/** The shop, the cart, the checkout and an order of goods, as the gallery shows them. */
export const shopSamples: readonly Sample[] = [
  { name: "shelf, a plan", page: shelfProductPage(shopFrame, plan) },
  { name: "shelf, goods", page: shelfProductPage(shopFrame, goods) },
  { name: "shelf, goods without a price", page: shelfProductPage(frame, { ...goods, tiers: [] }) },
  {
    name: "shelf, not sold",
    page: shelfProductPage(frame, { ...plan, buy: { ...plan.buy, unsold: en.shelf.notSoldHere } }),
  },
  { name: "shelf, searched", page: shelfPage(frame, shelf) },
  { name: "shelf, nothing found", page: shelfPage(frame, { ...shelf, products: [], trail: goods.trail }) },
  { name: "shelf, fit", page: fitPage(frame, { ...fit, answer: undefined }) },
  {
    name: "shelf, fit answered",
    page: fitPage(frame, {
      ...fit,
      answer: { state: "needs", title: "You can buy it", says: [en.shelf.checkSoon], dates: [], reasons },
    }),
  },
  {
    name: "shelf, mistake",
    page: productMistakePage(frame, { ...fit, isSent: false, form: formOf("/", {}, { says: "Write" }) }),
  },
  { name: "shelf, mistake sent", page: productMistakePage(frame, { ...fit, isSent: true }) },
  { name: "cart", page: cartPage(shopFrame, cart) },
  { name: "cart, empty", page: cartPage(frame, { ...cart, lines: [] }) },
  { name: "checkout, kind", page: kindPage(frame, unmistaken) },
  { name: "checkout, country", page: countryPage(signedIn, formOf("/", { country: "US" }), countries) },
  { name: "checkout, who", page: whoPage(frame, answers, true) },
  { name: "checkout, way", page: wayPage(frame, unmistaken, cart.ways) },
  { name: "checkout, address", page: addressPage(frame, unmistaken, { country: "Italy", hasState: true }) },
  { name: "checkout, point", page: pointPage(frame, unmistaken, { points, near: "Tallinn", find }) },
  { name: "checkout, no point", page: pointPage(frame, unmistaken, { points: [], near: "", find }) },
  { name: "checkout, check", page: checkPage(frame, check) },
  { name: "order of goods", page: orderPage(signedIn, order) },
  {
    name: "order, cancel",
    page: cancelOrderPage(signedIn, {
      orderId: "ord_1",
      form: formOf("/orders/ord_1/cancel"),
      back: eur(1_110),
    }),
  },
];
