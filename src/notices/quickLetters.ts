import { printMoney } from "../terms/index.ts";
import { aboutCase, type CaseLetter } from "./claimLetters.ts";
import { lastDayBefore } from "./formatDay.ts";
import type { Mailing } from "./mailing.ts";
import { swapOnReceipt } from "./templates/swapOnReceipt.ts";

/** Only while there is something to pay for, or to wait for: what was cancelled since is old news. */
const swapOnReceiptLetter: CaseLetter = aboutCase(({ claim, facts, zone }, body) => {
  const fee = body.fee as { readonly amount: number; readonly currency: string };
  const payBy = typeof body.payBy === "string" ? Temporal.Instant.from(body.payBy) : undefined;
  return claim.state !== "chosen" && claim.state !== "paid"
    ? undefined
    : swapOnReceipt({
        ...facts,
        fee: fee.amount === 0 ? undefined : printMoney(fee.amount, fee.currency),
        payBy: payBy && lastDayBefore(payBy, zone),
      });
});

export const quickMailings: readonly Mailing[] = [
  { on: "SwapOnReceiptBegun", template: "swapOnReceipt", address: swapOnReceiptLetter },
];
