import { accepted, type Decision } from "../../platform/index.ts";
import { type HoldFacts, isFinal } from "../holds/index.ts";
import { refuse } from "../refusals.ts";

/** What a message of ours is now: before the deadline a reminder, after it the notice of the capture. */
export function decideRemindHold(facts: HoldFacts): Decision<"reminder" | "capture"> {
  const { at, dueAt, state, ending, answer, noticedAt } = facts;
  if (isFinal(state)) {
    return refuse("hold_over");
  }
  if (ending !== null) {
    return refuse("hold_underway");
  }
  if (dueAt === null) {
    return refuse("hold_not_due");
  }
  const isOver = Temporal.Instant.compare(at, dueAt) >= 0;
  if (isOver || answer === "capture" || answer === "review") {
    return noticedAt === null ? accepted("capture") : refuse("hold_noticed");
  }
  return accepted("reminder");
}
