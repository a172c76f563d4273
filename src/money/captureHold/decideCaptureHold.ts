import { accepted, type Decision } from "../../platform/index.ts";
import { captureFrom, type HoldFacts, isFinal, liveAt } from "../holds/index.ts";
import { refuse } from "../refusals.ts";

/** What is captured of which authorisation. */
export interface CaptureTaken {
  readonly authorisationNo: number;
  readonly amountMinor: number;
}

/**
 * Whether so much of a hold may be captured now: only after the deadline of the return, and after the time of
 * the notice. Pure.
 */
export function decideCaptureHold(amountMinor: number | undefined, facts: HoldFacts): Decision<CaptureTaken> {
  const { at, dueAt, noticedAt, ending, state, authorisations } = facts;
  if (isFinal(state)) {
    return refuse("hold_over");
  }
  if (ending !== null) {
    return refuse("hold_underway");
  }
  if (dueAt === null || Temporal.Instant.compare(at, dueAt) < 0) {
    return refuse("hold_not_due");
  }
  const from = captureFrom(facts);
  if (noticedAt === null || from === undefined) {
    return refuse("hold_without_notice");
  }
  if (Temporal.Instant.compare(at, from) < 0) {
    return refuse("hold_notice_runs");
  }
  const [cover] = liveAt(authorisations, at);
  if (cover === undefined) {
    return refuse("hold_not_covered");
  }
  const wanted = amountMinor ?? facts.captureMinor ?? facts.amountMinor;
  return wanted > cover.amountMinor
    ? refuse("hold_above_authorised")
    : accepted({ authorisationNo: cover.no, amountMinor: wanted });
}
