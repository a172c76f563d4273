import { type ClaimRow, nextStepOf, type Verification } from "../../claims/index.ts";
import type { Clock } from "../../service/index.ts";
import type { AlarmWhy } from "./alarm.ts";

/** Where a case has gone from the bench. */
const goneTo = { owner: "owner_has_ball", carrier: "met", nobody: "ended" } as const;

/** Why nobody is told of a promise any more; undefined: it is as late as it was. Pure. */
export function judgePromise(clock: Clock | undefined, claim: ClaimRow | undefined): AlarmWhy | undefined {
  if (clock === undefined || claim === undefined || clock.state === "ended") {
    return "ended";
  }
  if (clock.state !== "running") {
    return clock.state === "met" ? "met" : "owner_has_ball";
  }
  if (claim.closedAt !== null) {
    // What an owner writes about a case that is over is owed an answer all the same.
    const isAfter =
      clock.promise === "answer" && Temporal.Instant.compare(clock.startedAt, claim.closedAt) > 0;
    return isAfter ? undefined : "ended";
  }
  if (clock.promise === "answer") {
    return undefined;
  }
  // The case has gone on, and its clock has not been told yet.
  const { who } = nextStepOf(claim);
  return who === "centre" ? undefined : goneTo[who];
}

/** The same of clips that wait for a look; each handing in by itself. Pure. */
export function judgeClips(verification: Verification | undefined, submission: number): AlarmWhy | undefined {
  return verification?.state === "submitted" && verification.submission === submission
    ? undefined
    : "answered";
}
