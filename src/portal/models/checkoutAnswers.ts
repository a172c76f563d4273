import type { CartLine } from "../visit/cartCookie.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmail, mistakesIn, pick } from "../visit/readForm.ts";
import { en } from "../words/en.ts";
import { isCountry } from "./countries.ts";

const words = en.checkout;

/** The questions between the cart and the order, one on each page, in their order. */
export const checkoutSteps = ["kind", "country", "who", "way", "address", "point"] as const;
export type CheckoutStep = (typeof checkoutSteps)[number];

/** What each page asks. */
export const stepFields: Readonly<Record<CheckoutStep, readonly string[]>> = {
  kind: ["kind"],
  country: ["country", "state"],
  who: ["name", "email", "company", "vatId", "purchaseOrder"],
  way: ["way"],
  address: ["line1", "line2", "postcode", "city", "county"],
  point: ["point"],
};

/** Our fields by the pointers of an order's body. */
export const orderFields: Answers = {
  "/buyer/email": "email",
  "/buyer/name": "name",
  "/buyer/company": "company",
  "/buyer/country": "country",
  "/buyer/state": "state",
  "/buyer/vatId": "vatId",
  "/purchaseOrder": "purchaseOrder",
  "/delivery/option": "way",
  "/delivery/address": "line1",
  "/delivery/address/line1": "line1",
  "/delivery/address/line2": "line2",
  "/delivery/address/postcode": "postcode",
  "/delivery/address/city": "city",
  "/delivery/address/state": "county",
  "/delivery/pickupPoint": "point",
};

/** The page that asks for a field. */
export function stepOf(field: string): CheckoutStep | undefined {
  return checkoutSteps.find((step) => stepFields[step].includes(field));
}

/** Which pages this order needs: nothing is asked about sending where nothing is sent. */
export function stepsFor({ way }: Answers, hasGoods: boolean): readonly CheckoutStep[] {
  const sending = { home: ["way", "address"], pickup: ["way", "point"] } as const;
  const asked = way === "home" || way === "pickup" ? sending[way] : (["way"] as const);
  return ["kind", "country", "who", ...(hasGoods ? asked : [])];
}

/** What is to put right on one page. Forms of addresses and VAT numbers are the order's own to judge. */
export function checkStep(step: CheckoutStep, given: Answers): Answers {
  const { kind, name = "", email = "", company = "", country = "", state = "", way } = given;
  switch (step) {
    case "kind":
      return mistakesIn([["kind", kind === "person" || kind === "company", words.kindMissing]]);
    case "country":
      return mistakesIn([
        ["country", isCountry(country), words.countryMissing],
        ["state", state === "" || /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(state), words.stateWrong],
      ]);
    case "who":
      return mistakesIn([
        ["company", kind !== "company" || isLine(company, 200), words.nameMissing],
        ["name", isLine(name, 200), words.nameMissing],
        ["email", isEmail(email), words.emailMissing],
      ]);
    case "way":
      return mistakesIn([["way", way === "home" || way === "pickup", words.wayMissing]]);
    case "address":
      return mistakesIn([
        ["line1", isLine(given.line1 ?? "", 200), words.line1Missing],
        ["city", isLine(given.city ?? "", 100), words.cityMissing],
      ]);
    case "point":
      return mistakesIn([["point", isLine(given.point ?? "", 60), words.pointMissing]]);
  }
}

function isLine(text: string, most: number): boolean {
  return text !== "" && text.length <= most;
}

/** The first page whose question is not answered yet; undefined when all are. */
export function dueStep(given: Answers, hasGoods: boolean): CheckoutStep | undefined {
  return stepsFor(given, hasGoods).find((step) => Object.keys(checkStep(step, given)).length > 0);
}

/** A VAT number as it is compared: without spaces and points, in capitals. */
export function plainVatId(text: string): string {
  return text.toUpperCase().replaceAll(/[^0-9A-Z+*]/g, "");
}

type Sent = {
  readonly lines: readonly CartLine[];
  readonly hasGoods: boolean;
};

/** The order as these answers make it. A company's numbers are left out where a person buys. */
export function orderCommand(given: Answers, { lines, hasGoods }: Sent) {
  const { kind, email = "", name = "", country = "", way, point = "" } = given;
  const isCompany = kind === "company";
  const vatId = plainVatId(given.vatId ?? "");
  const optional = {
    ...(isCompany ? { company: given.company, vatId } : {}),
    ...(country === "US" ? { state: given.state } : {}),
  };
  const option = hasGoods && way === "pickup" ? ("pickup" as const) : ("home" as const);
  const sending =
    option === "pickup" ? { option, pickupPoint: point } : { option, address: addressOf(given) };
  return {
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
    buyer: { email, name, country, ...told(optional) },
    delivery: hasGoods ? sending : { option: "email" as const },
    ...told({ purchaseOrder: given.purchaseOrder }),
  };
}

function addressOf(given: Answers) {
  const { line1, city, line2, postcode, county } = pick(given, stepFields.address);
  return { line1: line1 ?? "", city: city ?? "", ...told({ line2, postcode, state: county }) };
}

/** The fields that have something in them. */
function told<Field extends string>(
  fields: Readonly<Partial<Record<Field, string | undefined>>>,
): Partial<Record<Field, string>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  ) as Partial<Record<Field, string>>;
}
