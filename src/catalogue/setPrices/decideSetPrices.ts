import type { Fault } from "../../platform/index.ts";
import { isCurrency } from "../../terms/index.ts";
import type { CustomerGroup } from "../customerGroups/index.ts";
import type { Tier } from "../prices/index.ts";

/** A list as somebody wants it to be. */
export interface PricesWanted {
  readonly customerGroup: string;
  readonly currency: string;
  /** Undefined: from now on. */
  readonly validFrom: Temporal.Instant | undefined;
  /** None ends the group's lists in this currency. */
  readonly tiers: readonly Tier[];
}

/** What the prices of a product are decided from. */
export interface SetPricesFacts {
  readonly at: Temporal.Instant;
  readonly wanted: PricesWanted;
  readonly groups: readonly CustomerGroup[];
}

/** Every fault there is in a list of prices, at its field; none: it may be set. Pure. */
export function decideSetPrices({ at, wanted, groups }: SetPricesFacts): readonly Fault[] {
  const { customerGroup, currency, validFrom = at, tiers } = wanted;
  return [
    ...(groups.some((group) => group.customerGroup === customerGroup)
      ? []
      : [fault("/customerGroup", "unknown_group", `There is no customer group ${customerGroup}.`)]),
    ...(isCurrency(currency) ? [] : [fault("/currency", "currency", `${currency} is no currency.`)]),
    ...(Temporal.Instant.compare(validFrom, at) < 0
      ? [fault("/validFrom", "past", "What was paid until now stays: a list begins now or later.")]
      : []),
    ...tiers.flatMap((tier, place) => faultsOfTier(tier, tiers[place - 1], place)),
  ];
}

function faultsOfTier(
  { minQuantity, netMinor, grossMinor }: Tier,
  before: Tier | undefined,
  place: number,
): Fault[] {
  return [
    ...(before !== undefined && minQuantity <= before.minQuantity
      ? [
          fault(
            `/tiers/${place}/minQuantity`,
            "steps",
            `The steps rise: this one begins with ${minQuantity}, the one before with ${before.minQuantity}.`,
          ),
        ]
      : []),
    ...(grossMinor < netMinor
      ? [
          fault(
            `/tiers/${place}/grossMinor`,
            "gross_below_net",
            "With tax it costs at least what it costs without.",
          ),
        ]
      : []),
  ];
}

function fault(pointer: string, code: string, message: string): Fault {
  return { pointer, code, message };
}
