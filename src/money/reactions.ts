import { type DomainEvent, type Reaction, reaction } from "../platform/index.ts";
import type { AttemptKey } from "./ask.ts";
import { resolvePayment } from "./resolveAttempt.ts";

/**
 * A started payment is taken to its provider; one of which it is not known how it ended is asked about at
 * once.
 */
export const reactions: readonly Reaction[] = [
  reaction("PaymentStarted", resolvePayment, attemptIn),
  reaction("PaymentUnknown", resolvePayment, attemptIn),
];

function attemptIn(event: DomainEvent, rootId: string): AttemptKey {
  const { chargeNo, attemptNo } = event as unknown as AttemptKey;
  return { rootId, chargeNo, attemptNo };
}
