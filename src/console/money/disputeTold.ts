import type { CommandOf } from "../../client/index.ts";
import { lastSecondOf } from "../format/wallClock.ts";

/** A dispute as it is typed. */
export interface DisputeTold {
  readonly reason: string;
  readonly providerRef: string;
  /** The last day on which the bank takes evidence; empty where it says none. */
  readonly answerBy: string;
}

/** The command of a dispute that no message told of; its charge and its sum are known. */
export function disputeTold(
  { reason, providerRef, answerBy }: DisputeTold,
  of: Pick<CommandOf<"openDispute">, "charge" | "amount">,
): CommandOf<"openDispute"> {
  return {
    ...of,
    ...{ reason: reason.trim(), providerRef: providerRef.trim() },
    ...(answerBy !== "" && { answerBy: lastSecondOf(answerBy) }),
  };
}
