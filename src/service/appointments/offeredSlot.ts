import { accepted, type Decision } from "../../platform/index.ts";
import {
  bookable,
  type Centre,
  type CentreNeed,
  type Slot,
  STAFF_RULES,
  unfitOf,
  unfitSays,
} from "../centres/index.ts";
import { refuse } from "../refusals.ts";

/** A time that somebody asks for, and what is known of the day around it. */
export interface SlotAsked {
  readonly centre: Centre;
  readonly need: CentreNeed;
  /** Every slot of the days around, free or not. */
  readonly slots: readonly Slot[];
  readonly startsAt: Temporal.Instant;
  /** The device must be at the centre before this; null where it is there already. */
  readonly before: Temporal.Instant | null;
  readonly at: Temporal.Instant;
  /** Staff may book within the notice and beyond the days ahead, not in the past. */
  readonly isStaff: boolean;
}

/** Whether a time can be booked at a centre. Whether a bench is free then is for its key to say. Pure. */
export function offeredSlot(asked: SlotAsked): Decision<Slot> {
  const { centre, need, slots, startsAt, before, at, isStaff } = asked;
  const unfit = unfitOf(centre, { ...need, channel: "counter" });
  if (unfit !== undefined) {
    return refuse("centre_does_not_serve", { says: unfitSays[unfit] });
  }
  const found = slots.find((slot) => slot.startsAt.equals(startsAt));
  const rules = isStaff ? STAFF_RULES : centre;
  if (found === undefined || bookable(rules, [found], at).length === 0) {
    return refuse("slot_not_offered");
  }
  return before !== null && Temporal.Instant.compare(startsAt, before) >= 0
    ? refuse("slot_after_deadline")
    : accepted(found);
}
