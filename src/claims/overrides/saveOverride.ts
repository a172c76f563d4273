import assert from "node:assert/strict";
import { accepted, type Decision, type Money, type Tx } from "../../platform/index.ts";
import { moveClaim } from "../lockClaim.ts";
import { awaitPayment } from "../paymentDeadline.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { endOfDays, waitingDaysOf } from "../waitingDays.ts";
import { grantedChoice, withGranted } from "./grantedChoice.ts";
import type { Override, OverrideGift, OverrideReason } from "./override.ts";
import { insertOverride } from "./overrideStore.ts";

/** What staff give, and why. */
export interface OverrideTold {
  readonly gives: OverrideGift;
  readonly fee: Money;
  readonly cost: Money;
  readonly reason: OverrideReason;
  readonly note: string;
  readonly says?: string | undefined;
  readonly appealNo?: number;
}

/** Writes an override down; granted, its way is on the sheet at once. */
export async function saveOverride(
  tx: Tx,
  claim: ClaimRow,
  told: OverrideTold,
  state: "granted" | "asked",
): Promise<Decision<Override>> {
  const { gives, fee, cost, reason, note, says = null, appealNo = null } = told;
  const figures = [gives, fee.amount, cost.amount, claim.currency, reason, note, says, appealNo];
  const granter = state === "granted" ? tx.caller.id : null;
  const hands = [tx.caller.id, tx.at, granter];
  const override = await insertOverride(tx, claim.deviceId, claim.no, state, ...figures, ...hands);
  assert(override !== undefined, "an insert answers with its row");
  if (state === "granted") {
    return await grantOnSheet(tx, claim, override);
  }
  tx.record(claim.deviceId, [{ type: "OverrideAsked", overrideNo: override.no, ofClaim: claim.no }]);
  return accepted(override);
}

/** Puts a granted override on the sheet, and gives its owner the days of the terms to choose anew. */
export async function grantOnSheet(tx: Tx, claim: ClaimRow, override: Override): Promise<Decision<Override>> {
  const { deviceId, no } = claim;
  const choices = withGranted(claim.choices ?? [], [grantedChoice(override)]);
  const [moved, { toChoose }] = await Promise.all([
    moveClaim(tx, claim, ["inspected"], "inspected", { choices }),
    waitingDaysOf(tx, claim),
  ]);
  if (moved === undefined) {
    return refuse("claim_not_at_this_step");
  }
  awaitPayment(tx, claim, endOfDays(tx.at, toChoose, claim.zone));
  const { gives, feeMinor, currency } = override;
  tx.record(deviceId, [
    {
      ...{ type: "OverrideGranted", claimNo: no, overrideNo: override.no, gives },
      fee: { amount: feeMinor, currency },
    },
  ]);
  return accepted(override);
}
