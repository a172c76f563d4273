import type { Asked, ProviderAnswer } from "../matter.ts";
import { askAfter } from "./ask.ts";
import type { AttemptState } from "./attempt.ts";

/** What is news about a try that stays open: its answer was lost, it is open for too long, it is wrong. */
export type News = "Unknown" | "Unresolved" | "Mismatched";

/** What an answer of a provider changes. */
export interface Outcome {
  readonly state: AttemptState;
  readonly reason: string | null;
  /** When to ask again; undefined when the try has ended. */
  readonly askAgainAt: Temporal.Instant | undefined;
  readonly news: readonly News[];
}

/** What is known when an answer arrives, and how often the provider has answered before. */
export interface OutcomeFacts {
  readonly at: Temporal.Instant;
  readonly state: AttemptState;
  readonly reason: string | null;
  readonly asks: number;
  readonly startedAt: Temporal.Instant;
  /** When the provider last said something; null when it never did. */
  readonly answeredAt: Temporal.Instant | null;
}

/** A try that is still open after so long is told, once, for a person to look at. */
const PATIENCE_HOURS = 24;

const MISMATCHES: readonly string[] = ["amount_mismatch", "currency_mismatch"];

/** What follows from a provider's answer about a try that is still open. Pure. */
export function decideRecordOutcome(answer: ProviderAnswer, facts: OutcomeFacts): Outcome {
  switch (answer.outcome) {
    case "succeeded":
      return { state: "succeeded", reason: null, askAgainAt: undefined, news: [] };
    case "failed":
      return { state: "failed", reason: answer.reason ?? "declined", askAgainAt: undefined, news: [] };
    default: {
      // What was unknown stays so until the provider is sure; being asked again is no news.
      const state = facts.state === "unknown" ? "unknown" : answer.outcome;
      const reason = answer.reason ?? null;
      const news: News[] = [];
      if (MISMATCHES.includes(reason ?? "") && facts.reason !== reason) {
        news.push("Mismatched");
      } else if (state === "unknown" && facts.state === "pending") {
        news.push("Unknown");
      }
      if (answer.askAgainAt === undefined && isOverdueNow(facts)) {
        news.push("Unresolved");
      }
      return { state, reason, askAgainAt: answer.askAgainAt ?? askAfter(facts.at, facts.asks), news };
    }
  }
}

/**
 * What may be believed of an answer: where another amount or currency has moved than was asked for, the try
 * stays open, for a person. Pure.
 */
export function believe(answer: ProviderAnswer, { amount: asked }: Pick<Asked, "amount">): ProviderAnswer {
  if (answer.outcome !== "succeeded" || answer.amount === undefined) {
    return answer;
  }
  const { amount: moved, providerRef } = answer;
  if (moved.currency !== asked.currency) {
    return { outcome: "unknown", reason: "currency_mismatch", providerRef };
  }
  return moved.amount === asked.amount
    ? answer
    : { outcome: "unknown", reason: "amount_mismatch", providerRef };
}

/** Whether this is the first answer after the patience is over. */
function isOverdueNow({ at, startedAt, answeredAt }: OutcomeFacts): boolean {
  const over = startedAt.add({ hours: PATIENCE_HOURS });
  const before = answeredAt ?? startedAt;
  return Temporal.Instant.compare(at, over) >= 0 && Temporal.Instant.compare(before, over) < 0;
}
