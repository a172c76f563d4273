export { heldRules, ruledOf } from "./heldRules.ts";
export {
  changesOf,
  loadWarranty,
  type NewSource,
  saveSources,
  saveWarranties,
} from "./keepWarranty.ts";
export {
  endOfReplacement,
  longer,
  type NewWarranty,
  reckonWarranty,
  type WarrantyFacts,
} from "./reckonWarranty.ts";
export { allRules, pageOfRules, setRule } from "./ruleStore.ts";
export {
  components,
  type Start,
  starts,
  type Teller,
  versionsOf,
  type Warranty,
  type WarrantyHeld,
  type WarrantySource,
  warrantyEndAt,
  warrantyOfParts,
} from "./warranty.ts";
export { durationOf, endOfDay, lastDayAfter, lastDayBefore } from "./warrantyDays.ts";
export { type BegunBy, begunBy, ruleFor, ruleName, type WarrantyRule } from "./warrantyRule.ts";
export { countRuled, devicesRuled, sourcesOf, warrantiesOf } from "./warrantyStore.ts";
export { seenOf, WarrantySchema, type WarrantyView, warrantyView, zoneOf } from "./warrantyView.ts";
