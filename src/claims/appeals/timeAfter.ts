import { endOfDays } from "../waitingDays.ts";
import type { Appeal } from "./appeal.ts";

/**
 * What an owner has of a deadline that an appeal put away: all the days anew, what was left of them, or no
 * more than stood there.
 */
export type TimeGiven = "anew" | "left" | "as_it_stood";

/**
 * What who takes an appeal back has: the time it took, once for each decision; the second time nothing. Pure.
 */
export function timeGivenBack(
  { claimNo, decisionNo }: Pick<Appeal, "claimNo" | "decisionNo">,
  others: readonly Pick<Appeal, "claimNo" | "decisionNo" | "state">[],
): TimeGiven {
  const wasGiven = others.some(
    (each) => each.claimNo === claimNo && each.decisionNo === decisionNo && each.state === "withdrawn",
  );
  return wasGiven ? "as_it_stood" : "left";
}

/** When time stood still and went on, in the zone whose days count. */
export interface Stillness {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly zone: string;
}

/** The deadline with as many civil days after the stillness as were left before it. Pure. */
export function timeAfter(dueAt: Temporal.Instant, { from, to, zone }: Stillness): Temporal.Instant {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const lastDay = dayOf(dueAt.subtract({ nanoseconds: 1 }));
  return endOfDays(to, Math.max(0, dayOf(from).until(lastDay, { largestUnit: "days" }).days), zone);
}
