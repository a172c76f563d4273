import type { Money } from "../../platform/index.ts";
import { printMoney } from "../../terms/index.ts";
import type { Letter } from "../letter.ts";

/** What a supplier is told of a recovery. */
export interface RecoveryFacts {
  readonly recoveryId: string;
  readonly serial: string;
  readonly model: string;
  readonly amount: Money;
  /** The last day to answer: `2026-10-30`. */
  readonly answerBy: string;
  /** The evidence, as it is kept. */
  readonly pack: Readonly<Record<string, unknown>> | null;
}

/** We put right what was yours: what it was, what it comes to, and the evidence. */
export function recoverySent({ recoveryId, serial, model, amount, answerBy, pack }: RecoveryFacts): Letter {
  return {
    subject: `Recovery ${recoveryId} for a defect under your warranty`,
    parts: [
      {
        say:
          "We have put right a defect that your agreement with us covers. The file with this letter says " +
          "what was found, how it was decided, and what it comes to.",
      },
      {
        facts: [
          ["Recovery", recoveryId],
          ["Unit", `${serial} (${model})`],
          ["Amount", printMoney(amount.amount, amount.currency)],
          ["Please answer by", answerBy],
        ],
      },
      { say: "Name the recovery in your answer and with your payment." },
    ],
    files: [
      {
        filename: `${recoveryId}.json`,
        contentType: "application/json",
        content: new TextEncoder().encode(JSON.stringify(pack, null, 2)),
      },
    ],
  };
}
