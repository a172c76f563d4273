import { Type } from "typebox";
import { accepted, act, badField, Country, shape } from "../../platform/index.ts";
import {
  CountryRulesSchema,
  heldDeliveryRules,
  insertRules,
  RuleShape,
  removeRules,
  removeSentence,
  setSentence,
} from "../deliveries/index.ts";
import { doubledRule } from "./doubledRule.ts";

/**
 * PUT /v1/delivery-rules: the rules of one country in place of those it had, or, without any, what its buyers
 * are told. Orders that were placed keep what they cost.
 */
export const setDeliveryRules = act({
  route: "PUT /v1/delivery-rules",
  permission: "delivery_rule.keep",
  summary: "Sets how goods are delivered in a country, or what its buyers are told where they are not.",
  body: shape({
    /** Null is every country without rules and without a sentence of its own: it has no rules. */
    country: Type.Union([Country, Type.Null()]),
    /** The first one's currency is that of orders of goods alone. */
    rules: Type.Array(RuleShape, { maxItems: 20 }),
    /** What its buyers are told where it has no rules; null takes their own sentence away. */
    outside: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()])),
  }),
  reply: shape({ ...CountryRulesSchema.properties, country: Type.Union([Country, Type.Null()]) }),
  async run(tx, { country, rules, outside }) {
    if (country === null && rules.length > 0) {
      throw badField("/rules", "rules_without_country", "Name the country whose rules these are.");
    }
    const doubled = doubledRule(rules);
    if (doubled !== undefined) {
      throw badField(`/rules/${doubled}`, "rule_twice", "This way has a rule in this currency already.");
    }
    const of = country ?? "*";
    await removeRules(tx, of);
    await insertRules(tx, of, JSON.stringify(rules));
    if (outside === null) {
      await removeSentence(tx, of);
    } else if (outside !== undefined) {
      await setSentence(tx, of, outside);
    }
    return accepted({ country, rules: [...rules] });
  },
  settle: async (platform, _, reply) => {
    await heldDeliveryRules.readAgain({ query: platform.database.query, platform });
    return reply;
  },
});
