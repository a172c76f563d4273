import { accepted, type Decision } from "../../platform/index.ts";
import { causeOf, type Difference } from "../reconciliation/index.ts";
import { refuse } from "../refusals.ts";

/** How a person settles a difference. */
export interface Settlement {
  readonly action: "accept" | "post";
  /** Whether this is who asked for it, with whatever key. */
  readonly isAsker: boolean;
  /** Whether so much needs two. */
  readonly needsTwo: boolean;
}

/** What follows: it ends, or it waits for a second person. */
export type Settled = "ends" | "asked";

/** Whether a difference may be settled so, by this person, now. Pure. */
export function decideSettleDifference(
  difference: Pick<Difference, "state" | "cause" | "lineId" | "askedBy" | "askedAs">,
  { action, isAsker, needsTwo }: Settlement,
): Decision<Settled> {
  const { state, cause, lineId, askedBy, askedAs } = difference;
  if (state !== "open") {
    return refuse("difference_ended");
  }
  if (action === "post" && (causeOf(cause).correction === undefined || lineId === null)) {
    return refuse("nothing_to_post");
  }
  if (!needsTwo) {
    return accepted("ends");
  }
  if (askedBy === null) {
    return accepted("asked");
  }
  if (isAsker) {
    return refuse("second_person_settles");
  }
  return askedAs === action ? accepted("ends") : refuse("asked_otherwise");
}
