import type { Bench, Centre } from "./centre.ts";
import { openingsOn } from "./openingsOn.ts";

/** A quarter of an hour: what a bench's time is counted in. */
export const QUARTER = { minutes: 15 } as const;
const QUARTER_SECONDS = 900;

/** A quarter of a bench that is taken. */
export interface TakenQuarter {
  readonly bench: number;
  readonly startsAt: Temporal.Instant;
}

/** A time that can be booked, and on how many benches. */
export interface Slot {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly free: number;
}

/** The slots of a civil day, and the name of a day that is special. */
export interface SlotDay {
  readonly on: Temporal.PlainDate;
  readonly name?: string;
  readonly slots: readonly Slot[];
}

/**
 * The slots of a day, one after the other from each opening on, with how many of these benches are free for
 * the whole of each. What ends after closing is no slot. Pure.
 */
export function slotsOn(
  centre: Pick<Centre, "hours" | "exceptions" | "zone" | "slotMinutes">,
  holidays: ReadonlyMap<string, string>,
  on: Temporal.PlainDate,
  benches: readonly Pick<Bench, "no">[],
  taken: readonly TakenQuarter[],
): SlotDay {
  const { open, name } = openingsOn(centre, holidays, on);
  const busy = new Set(taken.map(({ bench, startsAt }) => `${bench} ${startsAt.epochMilliseconds / 1000}`));
  const slots: Slot[] = [];
  for (const { from, to } of open) {
    for (let startsAt = from; ; ) {
      const endsAt = startsAt.add({ minutes: centre.slotMinutes });
      if (Temporal.Instant.compare(endsAt, to) > 0) {
        break;
      }
      const quarters = quartersOf(startsAt, endsAt);
      const free = benches.filter(({ no }) => quarters.every((at) => !busy.has(`${no} ${at}`))).length;
      slots.push({ startsAt, endsAt, free });
      startsAt = endsAt;
    }
  }
  return { on, slots, ...(name === undefined ? {} : { name }) };
}

/** The seconds of the epoch at which the quarters begin that a time touches. */
function quartersOf(from: Temporal.Instant, to: Temporal.Instant): number[] {
  const first = Math.floor(from.epochMilliseconds / 1000 / QUARTER_SECONDS);
  const end = Math.ceil(to.epochMilliseconds / 1000 / QUARTER_SECONDS);
  return Array.from({ length: end - first }, (_, index) => (first + index) * QUARTER_SECONDS);
}

/** What binds staff who give a time: it must not be over. */
export const STAFF_RULES = { noticeMinutes: 0, aheadDays: 3650 } as const;

/** The slots among these that may still be booked now: after the notice, and not too far ahead. Pure. */
export function bookable(
  { noticeMinutes, aheadDays }: Pick<Centre, "noticeMinutes" | "aheadDays">,
  slots: readonly Slot[],
  at: Temporal.Instant,
): readonly Slot[] {
  const first = at.add({ minutes: noticeMinutes });
  const last = at.add({ hours: 24 * aheadDays });
  return slots.filter(
    ({ startsAt }) =>
      Temporal.Instant.compare(startsAt, first) >= 0 && Temporal.Instant.compare(startsAt, last) <= 0,
  );
}
