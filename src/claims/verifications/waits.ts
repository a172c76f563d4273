import type { Tx } from "../../platform/index.ts";
import { endOfDays } from "../waitingDays.ts";
import type { Verification } from "./verification.ts";

/** Days to film, or to bring the device; the terms say nothing of it. */
export const FILM_DAYS = 14;
/** Days in which we answer. */
export const ANSWER_DAYS = 3;
/** Days before the end of the time to film at which its owner is told once more. */
const REMINDED_BEFORE_DAYS = 3;

/** Nobody filmed it, or brought it, in time. The key of each is the verification's number. */
export const VERIFICATION_LAPSES = "verification_lapses";
export const VERIFICATION_REMINDER = "verification_reminder";
/** We have not answered in time. */
export const VERIFICATION_ANSWER = "verification_answer";

/** Until when its owner has time, counted from now. */
export function filmBy(at: Temporal.Instant, zone: string): Temporal.Instant {
  return endOfDays(at, FILM_DAYS, zone);
}

/** Until when we answer what is handed in now. */
export function answerBy(at: Temporal.Instant, zone: string): Temporal.Instant {
  return endOfDays(at, ANSWER_DAYS, zone);
}

type Numbered = Pick<Verification, "deviceId" | "no">;

/** Sets the time of its owner, and ends ours. */
export function waitForOwner(tx: Tx, { deviceId, no }: Numbered, dueAt: Temporal.Instant): void {
  const key = String(no);
  tx.meet(deviceId, VERIFICATION_ANSWER, key);
  tx.schedule(deviceId, VERIFICATION_LAPSES, key, dueAt);
  tx.schedule(deviceId, VERIFICATION_REMINDER, key, dueAt.subtract({ hours: 24 * REMINDED_BEFORE_DAYS }));
}

/** Sets our time, and ends that of its owner. */
export function waitForUs(tx: Tx, { deviceId, no }: Numbered, dueAt: Temporal.Instant): void {
  stopWaiting(tx, { deviceId, no }, [VERIFICATION_LAPSES, VERIFICATION_REMINDER]);
  tx.schedule(deviceId, VERIFICATION_ANSWER, String(no), dueAt);
}

/** It is over: nobody waits any more. */
export function stopWaiting(
  tx: Tx,
  { deviceId, no }: Numbered,
  kinds: readonly string[] = [VERIFICATION_LAPSES, VERIFICATION_REMINDER, VERIFICATION_ANSWER],
): void {
  for (const kind of kinds) {
    tx.meet(deviceId, kind, String(no));
  }
}
