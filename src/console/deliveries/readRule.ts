import type { ReplyOf } from "../../client/index.ts";
import { decimalOf, readMoney } from "../format/formatMoney.ts";

export type Rule = ReplyOf<"listDeliveryRules">["countries"][number]["rules"][number];

/** A rule as it is typed. */
export interface RuleTyped {
  readonly option: Rule["option"];
  readonly currency: string;
  readonly price: string;
  readonly freeFrom: string;
  readonly kilograms: string;
}

const GRAMS = 1_000;

/** A rule as its boxes show it. */
export function typedOf({ option, currency, priceMinor, freeFromMinor, mostGrams }: Rule): RuleTyped {
  return {
    ...{ option, currency, price: decimalOf({ amount: priceMinor, currency }) },
    freeFrom: freeFromMinor === null ? "" : decimalOf({ amount: freeFromMinor, currency }),
    kilograms: mostGrams === null ? "" : String(Math.floor(mostGrams / GRAMS)),
  };
}

/** Which box of a typed rule says nothing that can be read. */
export type RuleFault = "currency" | "price" | "freeFrom" | "kilograms";

/** The rule that was typed, or its first box that is wrong. */
export function readRule({
  option,
  currency: typed,
  price,
  freeFrom,
  kilograms,
}: RuleTyped): Rule | RuleFault {
  const currency = typed.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) {
    return "currency";
  }
  const priceMinor = readMoney(price, currency);
  if (priceMinor === undefined) {
    return "price";
  }
  const freeFromMinor = freeFrom.trim() === "" ? null : readMoney(freeFrom, currency);
  if (freeFromMinor === undefined) {
    return "freeFrom";
  }
  const weight = kilograms.trim();
  if (!/^\d{0,6}$/.test(weight) || weight === "0") {
    return "kilograms";
  }
  return {
    option,
    currency,
    priceMinor,
    freeFromMinor,
    mostGrams: weight === "" ? null : Number(weight) * GRAMS,
  };
}
