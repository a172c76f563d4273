import { accepted, type Decision } from "../../platform/index.ts";
import type { Recovery, RecoveryState } from "../recoveries/index.ts";
import { refuse } from "../refusals.ts";

/** What its supplier says; `lapsed` is said by us, of a supplier that says nothing. */
export const answers = ["accepted", "partly", "refused", "lapsed"] as const;
export type RecoveryAnswer = (typeof answers)[number];

/** What an answer comes to. */
export interface Answered {
  readonly state: RecoveryState;
  /** Null of one that lapsed. */
  readonly acceptedMinor: number | null;
  readonly writtenOffMinor: number;
}

/** Takes an answer to a recovery that was sent. Amounts are minor units of its currency. Pure. */
export function decideAnswerRecovery(
  { state, amountMinor }: Pick<Recovery, "state" | "amountMinor">,
  { answer, minor }: { readonly answer: RecoveryAnswer; readonly minor: number | undefined },
): Decision<Answered> {
  if (state !== "sent") {
    return refuse("recovery_not_at_this_step");
  }
  switch (answer) {
    case "accepted":
      return accepted({ state: "accepted", acceptedMinor: amountMinor, writtenOffMinor: 0 });
    case "partly":
      return minor === undefined || minor <= 0 || minor >= amountMinor
        ? refuse("recovery_not_in_part")
        : accepted({ state: "partly", acceptedMinor: minor, writtenOffMinor: amountMinor - minor });
    case "refused":
      return accepted({ state: "refused", acceptedMinor: 0, writtenOffMinor: amountMinor });
    case "lapsed":
      return accepted({ state: "lapsed", acceptedMinor: null, writtenOffMinor: amountMinor });
  }
}
