import type { About } from "../matter.ts";
import type { AttemptKey } from "./attempt.ts";

/** The kind of deadline at which the provider is asked what became of an open try. */
export const ASK = "payment_asked";

/** Minutes until the provider is asked again: soon at first, then every hour until it is known. */
const PAUSES_MINUTES: readonly number[] = [1, 2, 5, 15, 30, 60];

/** When to ask again after so many answers. */
export function askAfter(at: Temporal.Instant, asks: number): Temporal.Instant {
  const minutes = PAUSES_MINUTES[Math.min(asks, PAUSES_MINUTES.length - 1)] as number;
  return at.add({ minutes });
}

/** The deadline's key within its root: `<charge>-<attempt>`, or with what else it is about before it. */
export function askKey({ about, no, attemptNo }: Omit<AttemptKey, "rootId">): string {
  return about === "charge" ? `${no}-${attemptNo}` : `${about}-${no}-${attemptNo}`;
}

/** The try a deadline's key names. */
export function askedAttempt(rootId: string, key: string): AttemptKey {
  const parts = key.split("-");
  const about = parts.length === 3 ? (parts.shift() as About) : "charge";
  const [no, attemptNo] = parts.map(Number) as [number, number];
  return { rootId, about, no, attemptNo };
}
