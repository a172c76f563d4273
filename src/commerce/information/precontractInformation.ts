import type { PlanView } from "../../catalogue/index.ts";
import type { Money, Seller } from "../../platform/index.ts";
import { printMoney } from "../../terms/index.ts";
import { type TaxSum, taxWords } from "../taxes/index.ts";
import { informationWords as en } from "./informationWords.ts";
import { plainText } from "./plainText.ts";

/** A heading and what stands under it: paragraphs of plain words. */
export interface Section {
  readonly title: string;
  readonly says: readonly string[];
}

/** What is told of one line. */
export interface LineShown {
  readonly name: string;
  readonly quantity: number;
  /** With its tax. */
  readonly unit: Money;
  readonly sum: Money;
  /** Of a plan: what its terms say of it, in the region it is for. Null of goods. */
  readonly plan: {
    readonly title: string;
    readonly region: string;
    readonly view: Pick<PlanView, "length" | "replacements" | "termsVersion" | "fees" | "notCovered">;
  } | null;
}

/** What a buyer is to know before paying. Nothing of it says who the buyer is. */
export interface InformationFacts {
  readonly seller: Seller | undefined;
  readonly brand: string;
  readonly lines: readonly LineShown[];
  readonly delivery: {
    readonly option: "email" | "home" | "pickup";
    readonly price: Money;
    /** A civil day. */
    readonly promisedOn: string;
  };
  readonly taxes: readonly TaxSum[];
  readonly isReverseCharge: boolean;
  readonly net: Money;
  readonly total: Money;
  readonly isBusiness: boolean;
  /** Whether the buyer's country has the right to withdraw from what is bought at a distance. */
  readonly hasRight: boolean;
  /** The clause of the law on plans as the terms print it; undefined where there is none. */
  readonly withdrawalHtml: string | undefined;
}

/**
 * What the law wants a buyer to be told before paying (Directive 2011/83/EU, Art. 6): who sells, what, for
 * how much with tax and delivery, when it comes, the fees and limits of a plan, the version of its terms, and
 * the right to withdraw with its form. Pure: the same facts are the same words, so that a digest names them.
 */
export function precontractInformation(facts: InformationFacts): readonly Section[] {
  return [
    { title: en.what, says: facts.lines.flatMap(lineSays) },
    { title: en.price, says: priceSays(facts) },
    { title: en.delivery, says: [deliverySays(facts)] },
    { title: en.withdrawal, says: withdrawalSays(facts) },
    ...(facts.isBusiness ? [] : [{ title: en.rights, says: [en.conformity] }]),
    { title: en.seller, says: sellerSays(facts) },
  ];
}

const money = ({ amount, currency }: Money): string => printMoney(amount, currency);

function lineSays({ name, quantity, unit, sum, plan }: LineShown): readonly string[] {
  const first = en.line(quantity, name, money(unit), money(sum));
  return plan === null ? [first] : [first, ...planSays(plan)];
}

function planSays({ title, region, view }: NonNullable<LineShown["plan"]>): readonly string[] {
  const { length, replacements, fees, notCovered, termsVersion } = view;
  const lists = fees
    .filter((list) => list.region === region)
    .map((list) => list.fees.map(({ nth, fee }) => en.fee(nth, money(fee))).join(" "));
  const alike = [...new Set(lists)];
  return [
    en.code,
    ...(length === null ? [] : [en.length(length)]),
    ...(replacements === 0 ? [] : [en.replacements(replacements)]),
    ...(alike.length === 0 ? [] : [en.fees, ...alike]),
    ...(notCovered.length === 0 ? [] : [en.notCovered]),
    ...notCovered.map(({ number, title: what, html }) => `${number} ${what}: ${plainText(html).join(" ")}`),
    en.terms(title, termsVersion),
  ];
}

function priceSays({ taxes, net, total, isReverseCharge }: InformationFacts): readonly string[] {
  return [
    en.net(money(net)),
    ...taxes.map((tax) => en.tax(taxWords(tax), money({ amount: tax.taxMinor, currency: total.currency }))),
    ...(isReverseCharge ? [en.reverseCharge] : []),
    en.total(money(total)),
  ];
}

function deliverySays({ delivery: { option, price, promisedOn } }: InformationFacts): string {
  return en.deliveries[option](promisedOn, money(price));
}

function withdrawalSays(facts: InformationFacts): readonly string[] {
  const { isBusiness, hasRight, withdrawalHtml, lines } = facts;
  if (isBusiness) {
    return [en.business];
  }
  if (!hasRight) {
    return [en.noRight];
  }
  const hasGoods = lines.some(({ plan }) => plan === null);
  return [
    ...(withdrawalHtml === undefined ? [] : plainText(withdrawalHtml)),
    ...(hasGoods ? [en.goods] : []),
    en.button,
  ];
}

function sellerSays({ seller, brand }: InformationFacts): readonly string[] {
  if (seller === undefined) {
    return [en.sellerUnknown(brand)];
  }
  const { name, street, town, country, registration, vatId, contact } = seller;
  return [
    `${[name, street, town, country].join(", ")}.`,
    ...(registration === undefined ? [] : [`${registration}.`]),
    ...(vatId === undefined ? [] : [en.vatId(vatId)]),
    ...(contact === undefined ? [] : [en.contact(contact)]),
  ];
}
