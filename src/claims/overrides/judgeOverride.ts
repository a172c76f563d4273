import { accepted, type Decision, type Money } from "../../platform/index.ts";
import type { Choice } from "../choice.ts";
import type { Claim } from "../claim.ts";
import { refuse } from "../refusals.ts";
import { type Authority, isWithin } from "./authority.ts";
import type { Override, OverrideGift } from "./override.ts";
import { refuse as refuseOverride } from "./refusals.ts";

/** What staff want to give, what the owner still pays for it, and what it costs us. */
export interface OverrideWanted {
  readonly gives: OverrideGift;
  readonly fee: Money;
  readonly cost: Money;
}

export interface OverrideFacts {
  readonly claim: Pick<Claim, "state" | "choices" | "no" | "appeal">;
  /** Of the device. */
  readonly overrides: readonly Pick<Override, "claimNo" | "state">[];
  readonly role: string;
  readonly authority: Authority;
}

/**
 * Whether staff may do better for an owner than the terms, and whether a second person has to agree. Only
 * before the choice, once for a case, and only what is better than anything on the sheet. Pure.
 */
export function judgeOverride(
  { gives, fee, cost }: OverrideWanted,
  { claim, overrides, role, authority }: OverrideFacts,
): Decision<"granted" | "asked"> {
  if (claim.appeal === "asked") {
    return refuse("appeal_open");
  }
  if (claim.state !== "inspected") {
    return refuse("claim_not_at_this_step");
  }
  if (overrides.some(({ claimNo, state }) => claimNo === claim.no && state !== "declined")) {
    return refuseOverride("override_exists");
  }
  if (!isBetter({ gives, feeMinor: fee.amount }, claim.choices ?? [])) {
    return refuseOverride("override_no_better");
  }
  const { amount: costMinor, currency } = cost;
  return accepted(isWithin(authority, role, { costMinor, currency }) ? "granted" : "asked");
}

const WORTH: Readonly<Record<Choice["unit"], number>> = { unrepaired: 0, repaired: 1, replacement: 2 };

/**
 * Whether the owner is better off with it than with any way there is: more, or the same for less, or the
 * same for as much without a use of the plan. Pure.
 */
export function isBetter(
  { gives, feeMinor }: { readonly gives: OverrideGift; readonly feeMinor: number },
  choices: readonly Pick<Choice, "route" | "unit" | "fee" | "uses">[],
): boolean {
  const worth = WORTH[gives === "repair" ? "repaired" : "replacement"];
  return choices.every(({ route, unit, fee, uses }) => {
    const isAsGood =
      WORTH[unit] >= worth && (uses === undefined ? fee.amount <= feeMinor : fee.amount < feeMinor);
    return route !== "goodwill" && !isAsGood;
  });
}
