import { Type } from "typebox";
import { Country, read, shape } from "../platform/index.ts";
import { CountryRulesSchema, heldDeliveryRules, ruleView } from "./deliveries/index.ts";

/** GET /v1/delivery-rules: how goods are delivered, country by country, and what others are told. */
export const listDeliveryRules = read({
  route: "GET /v1/delivery-rules",
  permission: "delivery_rule.read",
  summary: "Lists how goods are delivered in each country, and what buyers of other countries are told.",
  reply: shape({
    countries: Type.Array(CountryRulesSchema),
    /** By country; null is every country without rules and without a sentence of its own. */
    outside: Type.Array(shape({ country: Type.Union([Country, Type.Null()]), says: Type.String() })),
  }),
  async run(db) {
    const { rules, sentences } = await heldDeliveryRules.readAgain(db);
    const byCountry = Map.groupBy(rules, ({ country }) => country);
    return {
      countries: [...byCountry].map(([country, own]) => ({ country, rules: own.map(ruleView) })),
      outside: sentences.map(({ country, says }) => ({ country: country === "*" ? null : country, says })),
    };
  },
});
