import { type DomainEvent, type Reaction, reaction } from "../platform/index.ts";
import { type AttemptKey, eventOf } from "./attempts/attempt.ts";
import type { About } from "./matter.ts";
import { resolvePayment } from "./resolvePayment.ts";

const ABOUTS: readonly About[] = [
  ...(["charge", "refund", "hold", "capture", "release"] as const),
  ...(["card", "forget", "forget_held"] as const),
];

/**
 * A started try is taken to its provider; one of which it is not known how it ended is asked about at once.
 */
export const reactions: readonly Reaction[] = ABOUTS.flatMap((about) =>
  ["Started", "Unknown"].map((what) =>
    reaction(eventOf(about) + what, resolvePayment, (event, rootId) => attemptIn(event, rootId, about)),
  ),
);

function attemptIn(event: DomainEvent, rootId: string, about: About): AttemptKey {
  const { chargeNo, aboutNo, attemptNo } = event as unknown as Record<string, number | undefined>;
  return { rootId, about, no: (chargeNo ?? aboutNo) as number, attemptNo: attemptNo as number };
}
