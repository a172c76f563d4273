import assert from "node:assert/strict";
import { releaseSlots } from "../../contracts/index.ts";
import { createCharge } from "../../money/index.ts";
import type { Tx } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { feeLine } from "../feeLine.ts";
import { moveClaim } from "../lockClaim.ts";
import { awaitPayment, paymentCame } from "../paymentDeadline.ts";
import { acceptQuote, quoteByNo } from "../quotes/index.ts";
import type { ClaimRow } from "../store.ts";
import type { RouteTaken } from "./decideChooseRoute.ts";

/**
 * Keeps the way that was taken, with its charge where it costs; undefined where the claim moved meanwhile.
 */
export async function saveChoice(
  tx: Tx,
  claim: ClaimRow,
  { route, fee, givesBack, payBy, quoteNo }: RouteTaken,
): Promise<Claim | undefined> {
  const { deviceId, no } = claim;
  const quote = quoteNo === undefined ? undefined : await quoteByNo(tx, deviceId, no, quoteNo);
  const charge =
    payBy === undefined
      ? undefined
      : await createCharge(tx, deviceId, {
          ...{ purpose: "claim_fee", subjectNo: no, amount: fee, dueAt: payBy },
          lines: [await feeLine(tx, claim, fee, { route, quote })],
        });
  if (quote !== undefined && charge !== undefined) {
    const accepted = await acceptQuote(
      tx,
      deviceId,
      no,
      quote.no,
      tx.at,
      fee.amount,
      fee.currency,
      charge.no,
    );
    assert(accepted !== undefined, "the quote on the sheet is the newest, and none was accepted");
  }
  const change = {
    route,
    feeMinor: fee.amount,
    ...(charge === undefined ? {} : { chargeNo: charge.no }),
  };
  const [moved] = await Promise.all([
    moveClaim(tx, claim, ["inspected"], payBy === undefined ? "paid" : "chosen", change),
    givesBack ? releaseSlots(tx, deviceId, { claimNo: no }) : undefined,
  ]);
  if (payBy === undefined) {
    paymentCame(tx, claim);
  } else {
    awaitPayment(tx, claim, payBy);
  }
  tx.record(deviceId, [{ type: "RouteChosen", claimNo: no, route, fee }]);
  return moved;
}
