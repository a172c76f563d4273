import { type ClaimRow, refuseClaim } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import type { Appointment } from "./appointment.ts";
import { visitable } from "./visitable.ts";

/** What a check-in is decided from. */
export interface ArrivalFacts {
  readonly appointment: Pick<Appointment, "state" | "startsAt">;
  readonly claim: Pick<ClaimRow, "state">;
  /** Whether the claim has another appointment that is to come, or here. */
  readonly hasLive: boolean;
  readonly zone: string;
  readonly at: Temporal.Instant;
}

/** Who is expected takes the bench that waits; who comes late, after all, one that is free now. */
export type Arrival = "expected" | "late";

/**
 * Whether somebody can be checked in: on the day of their appointment by the centre's clock, also before its
 * time, and also after they had been missed. Pure.
 */
export function judgeArrival({ appointment, claim, hasLive, zone, at }: ArrivalFacts): Decision<Arrival> {
  const { state, startsAt } = appointment;
  if (state !== "held" && state !== "booked" && state !== "no_show") {
    return refuse("appointment_not_at_this_step");
  }
  const [day, today] = [startsAt, at].map((each) => each.toZonedDateTimeISO(zone).toPlainDate());
  const order = Temporal.PlainDate.compare(today as Temporal.PlainDate, day as Temporal.PlainDate);
  if (order < 0) {
    return refuse("check_in_not_open", { says: `The check-in opens on ${day}, the day of the appointment.` });
  }
  if (state !== "no_show") {
    return accepted("expected");
  }
  if (order > 0) {
    return refuse("appointment_not_at_this_step");
  }
  if (!visitable.includes(claim.state)) {
    return refuseClaim("claim_not_at_this_step");
  }
  return hasLive ? refuse("appointment_exists") : accepted("late");
}

/** So long a check-in that was a mistake can be taken back. */
export const TAKE_BACK_MINUTES = 15;

/** Whether a check-in can be taken back: soon, and before anything was taken in. Pure. */
export function judgeTakingBack(
  { state, arrivedAt }: Pick<Appointment, "state" | "arrivedAt">,
  { isBrought, at }: { readonly isBrought: boolean; readonly at: Temporal.Instant },
): Decision<"take_back"> {
  if (state !== "arrived" || arrivedAt === null) {
    return refuse("appointment_not_at_this_step");
  }
  const until = arrivedAt.add({ minutes: TAKE_BACK_MINUTES });
  return isBrought || Temporal.Instant.compare(at, until) > 0
    ? refuse("check_in_stands")
    : accepted("take_back");
}
