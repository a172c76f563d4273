export {
  CountryRulesSchema,
  type DeliveryRule,
  type DeliveryTerms,
  deliveryTermsOf,
  heldDeliveryRules,
  RuleShape,
  ruleView,
} from "./deliveryRule.ts";
export { insertRules, removeRules, removeSentence, setSentence } from "./deliveryRuleStore.ts";
export { type DeliveryAsked, type DeliveryWay, deliveryOptionsFor, deliveryWays } from "./deliveryWays.ts";
