import { accepted, type Decision } from "../../platform/index.ts";
import type { Recovery } from "../recoveries/index.ts";
import { refuse } from "../refusals.ts";

/** Whether a recovery may be sent now. Pure. */
export function decideSendRecovery(
  { state, dueAt }: Pick<Recovery, "state" | "dueAt">,
  at: Temporal.Instant,
): Decision<true> {
  if (state !== "due") {
    return refuse("recovery_not_at_this_step");
  }
  return Temporal.Instant.compare(at, dueAt) < 0 ? accepted(true) : refuse("recovery_too_late");
}
