import { type ClaimRow, refuseClaim } from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { type Centre, type CentreNeed, unfitOf, unfitSays } from "../centres/index.ts";
import { refuse } from "../refusals.ts";
import { visitable } from "./visitable.ts";

/** What a walk-in is decided from. */
export interface WalkInFacts {
  readonly claim: Pick<ClaimRow, "channel" | "state">;
  readonly hasLive: boolean;
  readonly centre: Centre;
  readonly need: CentreNeed;
  readonly at: Temporal.Instant;
}

const QUARTER_MS = 900_000;

/**
 * Whether somebody without an appointment can be taken now, and the time it takes of a bench: from the
 * quarter of an hour that runs. Staff open the door, so opening hours do not matter. Pure.
 */
export function judgeWalkIn({
  claim,
  hasLive,
  centre,
  need,
  at,
}: WalkInFacts): Decision<{ readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }> {
  if (claim.channel !== "swift") {
    return refuse("not_for_counter");
  }
  if (!visitable.includes(claim.state)) {
    return refuseClaim("claim_not_at_this_step");
  }
  if (hasLive) {
    return refuse("appointment_exists");
  }
  const unfit = unfitOf(centre, { ...need, channel: "counter" });
  if (unfit !== undefined) {
    return refuse("centre_does_not_serve", { says: unfitSays[unfit] });
  }
  return accepted(timeFrom(at, centre));
}

/** The time of a bench that somebody takes who is here now: from the quarter of an hour that runs. Pure. */
export function timeFrom(
  at: Temporal.Instant,
  { slotMinutes }: Pick<Centre, "slotMinutes">,
): { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant } {
  const begun = Math.floor(at.epochMilliseconds / QUARTER_MS) * QUARTER_MS;
  const startsAt = Temporal.Instant.fromEpochMilliseconds(begun);
  return { startsAt, endsAt: startsAt.add({ minutes: slotMinutes }) };
}
