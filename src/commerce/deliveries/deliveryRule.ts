import { type Static, Type } from "typebox";
import { type Asker, heldRows } from "../../catalogue/index.ts";
import { Country, shape } from "../../platform/index.ts";
import { allDeliveryRules, allDeliverySentences } from "./deliveryRuleStore.ts";

/** The ways a parcel may go. */
export const parcelWays = ["home", "pickup"] as const;
export type ParcelWay = (typeof parcelWays)[number];

/** How goods are delivered in a country, as it is stored. */
export interface DeliveryRule {
  readonly country: string;
  readonly option: ParcelWay;
  readonly currency: string;
  /** Tax included, as prices are. */
  readonly priceMinor: number;
  /** An order of this much costs nothing to deliver; null where none does. */
  readonly freeFromMinor: number | null;
  /** The heaviest order it takes; null where there is no limit. */
  readonly mostGrams: number | null;
}

/** What buyers of goods are told in a country without rules; `*` where it has no words of its own. */
export interface DeliverySentence {
  readonly country: string;
  readonly says: string;
}

/** Every rule, in the order of its country's, and every sentence. They change seldom and are held. */
export const heldDeliveryRules = heldRows(async (db) => {
  const [rules, sentences] = await Promise.all([allDeliveryRules(db), allDeliverySentences(db)]);
  return { rules, sentences };
});

/** What holds for goods in one country. */
export interface DeliveryTerms {
  readonly rules: readonly DeliveryRule[];
  /** Said to its buyers where there are no rules. */
  readonly outside: string;
}

/** What holds for goods in a country. */
export async function deliveryTermsOf(db: Asker, country: string): Promise<DeliveryTerms> {
  const { rules, sentences } = await heldDeliveryRules.rows(db);
  const said = (of: string) => sentences.find((one) => one.country === of)?.says;
  return {
    rules: rules.filter((rule) => rule.country === country),
    outside: said(country) ?? said("*") ?? "",
  };
}

const Minor = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** A rule as it is told and shown. Minor units of its currency, tax included. */
export const RuleShape = shape({
  option: Type.Enum([...parcelWays]),
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
  priceMinor: Minor,
  freeFromMinor: Type.Union([Minor, Type.Null()]),
  mostGrams: Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000_000 }), Type.Null()]),
});

/** The rules of a country as they are shown, the first names the currency of orders of goods alone. */
export const CountryRulesSchema = shape({ country: Country, rules: Type.Array(RuleShape) });
export type CountryRules = Static<typeof CountryRulesSchema>;

/** A rule as it is shown. */
export function ruleView(rule: DeliveryRule): Static<typeof RuleShape> {
  const { option, currency, priceMinor, freeFromMinor, mostGrams } = rule;
  return { option, currency, priceMinor, freeFromMinor, mostGrams };
}
