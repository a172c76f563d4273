import assert from "node:assert/strict";
import { accepted, type Decision, type Money } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { refuse } from "../refusals.ts";
import type { Route } from "../routes.ts";
import { endOfDays, isOver, type WaitingDays } from "../waitingDays.ts";

/** The claim as it stands, with its zone and the deadline over it. */
export interface ChoiceFacts {
  readonly claim: Pick<Claim, "state" | "choices" | "receipt" | "appeal"> & {
    readonly zone: string;
    readonly dueAt: Temporal.Instant | null;
  };
  readonly at: Temporal.Instant;
  readonly days: Pick<WaitingDays, "toPay">;
}

/** What the owner takes, and the price they saw beside it. Without one they take whatever the sheet says. */
export interface RouteWanted {
  readonly route: Route;
  readonly fee?: Money | undefined;
  /** The quote that was shown. */
  readonly quote?: number | undefined;
}

/** What follows from a choice. */
export interface RouteTaken {
  readonly route: Route;
  readonly fee: Money;
  /** What was reserved is given back: this way uses nothing of the plan. */
  readonly givesBack: boolean;
  /** Until when the fee is to be paid; undefined when there is none. */
  readonly payBy: Temporal.Instant | undefined;
  /** The quote that is accepted by it. */
  readonly quoteNo?: number;
}

/**
 * Whether a claim may take this way, and what it costs. The price is the sheet's: what was shown is charged.
 * Pure.
 */
export function decideChooseRoute(
  { route, fee: seen, quote: seenQuote }: RouteWanted,
  { claim, at, days }: ChoiceFacts,
): Decision<RouteTaken> {
  if (claim.appeal === "asked") {
    return refuse("appeal_open");
  }
  if (claim.state !== "inspected") {
    return refuse("claim_not_at_this_step");
  }
  if (isOver(claim, at)) {
    return refuse("waiting_is_over");
  }
  const choice = claim.choices?.find((offered) => offered.route === route);
  if (choice === undefined) {
    return refuse("route_not_offered");
  }
  const { amount, currency } = choice.fee;
  const isOtherQuote = seenQuote !== undefined && seenQuote !== choice.quote?.no;
  if (isOtherQuote || (seen !== undefined && (seen.amount !== amount || seen.currency !== currency))) {
    return refuse("price_changed", {
      receipt: claim.receipt,
      says: "This way does not cost what you saw: the device was inspected again.",
      next: "Look at GET /v1/claims/{id}/choices: the prices there are the ones that hold.",
    });
  }
  if (choice.quote !== undefined && !isValid(choice.quote, at)) {
    return refuse("quote_expired");
  }
  const payBy = amount === 0 ? undefined : timeToPay({ claim, at, days });
  const givesBack = route !== "plan" && choice.uses === undefined;
  return accepted({
    route,
    fee: choice.fee,
    givesBack,
    payBy,
    ...(choice.quote === undefined ? {} : { quoteNo: choice.quote.no }),
  });
}

function isValid({ validUntil }: { readonly validUntil: string }, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, Temporal.Instant.from(validUntil)) < 0;
}

/** Counted from the choice, or what is left of the time that began with the sheet. */
function timeToPay({ claim, at, days: { toPay } }: ChoiceFacts): Temporal.Instant {
  assert(
    toPay !== undefined || claim.dueAt !== null,
    "time is counted from the sheet, so it stands over the claim",
  );
  return toPay === undefined ? (claim.dueAt as Temporal.Instant) : endOfDays(at, toPay, claim.zone);
}
