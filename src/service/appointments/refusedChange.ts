import type { Decision } from "../../platform/index.ts";
import type { Centre } from "../centres/index.ts";
import { refuse } from "../refusals.ts";
import { type Appointment, changeUntil } from "./appointment.ts";

/** What a change of an appointment is decided from. */
export interface ChangeFacts {
  readonly appointment: Pick<Appointment, "state" | "startsAt" | "heldUntil">;
  /** Where it is now. */
  readonly centre: Pick<Centre, "noticeMinutes">;
  readonly at: Temporal.Instant;
  readonly isStaff: boolean;
}

/**
 * Whether an appointment that is to come may still be changed: by staff always, by its owner until the notice
 * of its centre. What is only held may be given up at any time. Pure.
 */
export function refusedChange({
  appointment,
  centre,
  at,
  isStaff,
}: ChangeFacts): Decision<never> | undefined {
  const { state, heldUntil } = appointment;
  if (state !== "held" && state !== "booked") {
    return refuse("appointment_not_at_this_step");
  }
  if (state === "held") {
    return heldUntil !== null && Temporal.Instant.compare(heldUntil, at) <= 0
      ? refuse("slot_hold_over")
      : undefined;
  }
  const isLate = Temporal.Instant.compare(at, changeUntil(appointment, centre)) > 0;
  return isLate && !isStaff ? refuse("too_late_to_change") : undefined;
}
