import type { DomainEvent } from "../../platform/index.ts";
import { askAfter } from "../ask.ts";
import type { AttemptState, Charge } from "../charge.ts";
import type { ProviderAnswer } from "../provider.ts";

/** What an answer of a provider changes. A try that succeeded captures its charge. */
export interface Outcome {
  readonly state: AttemptState;
  /** When to ask again; undefined when the try has ended. */
  readonly askAgainAt: Temporal.Instant | undefined;
  readonly events: readonly DomainEvent[];
}

/**
 * What is known when an answer arrives: the open try, its charge, and how often the provider has answered
 * before.
 */
export interface OutcomeFacts extends Pick<Charge, "purpose" | "subjectNo" | "amountMinor" | "currency"> {
  readonly at: Temporal.Instant;
  readonly chargeNo: number;
  readonly attemptNo: number;
  readonly provider: string;
  readonly state: AttemptState;
  readonly asks: number;
  readonly startedAt: Temporal.Instant;
  /** When the provider last said something; null when it never did. */
  readonly answeredAt: Temporal.Instant | null;
}

/** A try that is still open after so long is told, once, for a person to look at. */
const PATIENCE_HOURS = 24;

/** What follows from a provider's answer about a try that is still open. Pure. */
export function decideRecordOutcome(answer: ProviderAnswer, facts: OutcomeFacts): Outcome {
  const { purpose, subjectNo, chargeNo, attemptNo, provider } = facts;
  const about = { purpose, subjectNo, chargeNo, attemptNo };
  switch (answer.outcome) {
    case "succeeded": {
      const amount = { amount: facts.amountMinor, currency: facts.currency };
      const events = [{ type: "ChargeCaptured", ...about, amount, provider }];
      return { state: "succeeded", askAgainAt: undefined, events };
    }
    case "failed": {
      const events = [{ type: "PaymentFailed", ...about, reason: answer.reason ?? "declined" }];
      return { state: "failed", askAgainAt: undefined, events };
    }
    default: {
      // What was unknown stays so until the provider is sure; being asked again is no news.
      const state = facts.state === "unknown" ? "unknown" : answer.outcome;
      const isNews = state === "unknown" && facts.state === "pending";
      const events = [
        ...(isNews ? [{ type: "PaymentUnknown", ...about }] : []),
        ...(isOverdueNow(facts) ? [{ type: "PaymentUnresolved", ...about, state }] : []),
      ];
      return { state, askAgainAt: askAfter(facts.at, facts.asks), events };
    }
  }
}

/** Whether this is the first answer after the patience is over. */
function isOverdueNow({ at, startedAt, answeredAt }: OutcomeFacts): boolean {
  const over = startedAt.add({ hours: PATIENCE_HOURS });
  const before = answeredAt ?? startedAt;
  return Temporal.Instant.compare(at, over) >= 0 && Temporal.Instant.compare(before, over) < 0;
}
