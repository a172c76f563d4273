import type { HolderFacts } from "../terms/index.ts";

/**
 * How a plan was bought, as far as the law of its buyer asks for it when the plan is given up. What nobody
 * told is null: it is asked for when it matters. That somebody was told of the right to withdraw, or asked
 * for an immediate start, is never presumed.
 */
export interface Purchase {
  readonly channel: "distance" | "shop";
  /** ISO 3166-1. */
  readonly country: string | null;
  /** ISO 3166-2: `US-TX`. */
  readonly state: string | null;
  readonly kind: "consumer" | "business";
  /** Whether the buyer was told of the right to withdraw. */
  readonly informed: boolean;
  /** Whether the holder asked for the plan to start before the time to withdraw is over. */
  readonly expressRequest: boolean;
}

/**
 * How the plan that follows another was bought: by its holder, who lives in `country` where that is known, to
 * start when the other ends.
 */
export function purchaseOfNext(purchase: Purchase | null, country: string | null): Purchase | null {
  if (purchase === null) {
    return null;
  }
  const lives = country === null || country === purchase.country ? {} : { country, state: null };
  return { ...purchase, channel: "distance", expressRequest: false, ...lives };
}

/** Where laws differ by state; elsewhere none is asked for. */
const WITH_STATES: readonly unknown[] = ["US", "CA"];

/** The holder's state as terms read it: none where the country has no laws of states that they name. */
export function stateFact(
  country: HolderFacts["country"] | null,
  state: HolderFacts["state"] | null,
): NonNullable<HolderFacts["state"]> {
  const isAsked = country === undefined || country === null || WITH_STATES.includes(country);
  return state ?? (isAsked ? "unknown" : "none");
}
