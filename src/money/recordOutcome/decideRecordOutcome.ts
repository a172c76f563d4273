import type { DomainEvent } from "../../platform/index.ts";
import { askAfter } from "../asking.ts";
import type { AttemptState, Charge } from "../charge.ts";
import type { ProviderAnswer } from "../provider.ts";

/** What an answer of a provider changes. */
export interface Outcome {
  readonly state: AttemptState;
  readonly captures: boolean;
  /** When to ask again; undefined when the try has ended. */
  readonly askAgainAt: Temporal.Instant | undefined;
  readonly events: readonly DomainEvent[];
}

/** What is known when an answer arrives: the charge, the try, and how often the provider has answered before. */
export interface OutcomeFacts {
  readonly at: Temporal.Instant;
  readonly charge: Pick<Charge, "no" | "purpose" | "subjectNo" | "amountMinor" | "currency">;
  readonly attempt: { readonly no: number; readonly state: AttemptState; readonly asks: number };
  readonly provider: string;
}

/** What follows from a provider's answer about an open try; undefined when the try has ended before. Pure. */
export function decideRecordOutcome(answer: ProviderAnswer, facts: OutcomeFacts): Outcome | undefined {
  const { at, charge, attempt, provider } = facts;
  if (attempt.state === "succeeded" || attempt.state === "failed") {
    return undefined;
  }
  const about = {
    purpose: charge.purpose,
    subjectNo: charge.subjectNo,
    chargeNo: charge.no,
    attemptNo: attempt.no,
  };
  switch (answer.outcome) {
    case "succeeded": {
      const amount = { amount: charge.amountMinor, currency: charge.currency };
      const events = [{ type: "ChargeCaptured", ...about, amount, provider }];
      return { state: "succeeded", captures: true, askAgainAt: undefined, events };
    }
    case "failed": {
      const events = [{ type: "PaymentFailed", ...about, reason: answer.reason ?? "declined" }];
      return { state: "failed", captures: false, askAgainAt: undefined, events };
    }
    default: {
      // What was unknown stays so until the provider is sure; being asked again is no news.
      const state = attempt.state === "unknown" ? "unknown" : answer.outcome;
      const isNews = state === "unknown" && attempt.state === "pending";
      const events = isNews ? [{ type: "PaymentUnknown", ...about }] : [];
      return { state, captures: false, askAgainAt: askAfter(at, attempt.asks), events };
    }
  }
}
