import { accepted, type Decision } from "../../platform/index.ts";
import { type HoldFacts, isFinal } from "../holds/index.ts";
import { refuse } from "../refusals.ts";

/** Whether a person may have a hold released now. Pure. */
export function decideReleaseHold({ state, ending }: HoldFacts): Decision<"release"> {
  if (isFinal(state)) {
    return refuse("hold_over");
  }
  return ending === null ? accepted("release") : refuse("hold_underway");
}
