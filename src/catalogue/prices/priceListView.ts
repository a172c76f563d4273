import { type Static, Type } from "typebox";
import { Instant, MinorUnits, shape } from "../../platform/index.ts";

/** A step of a list: what one piece costs from this quantity on, both amounts set. */
export const Tier = shape({
  minQuantity: Type.Integer({ minimum: 1, maximum: 9_999_999 }),
  netMinor: MinorUnits,
  grossMinor: MinorUnits,
});
export type Tier = Static<typeof Tier>;

/** Past lists are history; one is in force for a group and currency; planned ones are still to come. */
export const listStates = ["planned", "in_force", "past"] as const;

/** A price list of a product, as it is shown. One without tiers ends its group's lists in this currency. */
export const PriceListView = shape({
  customerGroup: Type.String(),
  currency: Type.String(),
  validFrom: Instant,
  state: Type.Enum([...listStates]),
  tiers: Type.Array(Tier),
});
export type PriceListView = Static<typeof PriceListView>;
