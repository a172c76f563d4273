import { keptCardOf } from "../../money/index.ts";
import type { Queryable } from "../../platform/index.ts";
import { CHARGED_BEFORE, isGoodAt } from "../autoRenewal.ts";
import { autoRenewalOf } from "../autoRenewalStore.ts";
import type { Contract } from "../contract.ts";

/** How a consent that holds already stands: paid for, or in want of another card. */
export type PresentConsent = "paid_for" | "needs_card" | undefined;

/** Whether the device of a contract has a consent, and whether its card is good when that is charged. */
export async function presentConsent(
  db: Queryable,
  { deviceId, endsAt }: Pick<Contract, "deviceId" | "endsAt">,
): Promise<PresentConsent> {
  const consent = await autoRenewalOf(db, deviceId);
  if (consent === undefined) {
    return undefined;
  }
  const card = consent.cardNo === null ? undefined : await keptCardOf(db, deviceId, consent.cardNo);
  return card === undefined || isGoodAt(card, endsAt.subtract(CHARGED_BEFORE)) ? "paid_for" : "needs_card";
}
