import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import {
  ChargeSchema,
  type ChargeView,
  chargeOf,
  PaymentBody,
  settlePayment,
  startPayment,
} from "../../money/index.ts";
import { accepted, act, IdParams, type Platform, shape } from "../../platform/index.ts";
import { ClaimShape, toClaim } from "../claim.ts";
import { claimKey, lockClaim } from "../lockClaim.ts";
import { refuse } from "../refusals.ts";
import { claimByNo } from "../store.ts";

const PayClaimReply = shape({ charge: ChargeSchema, claim: ClaimShape });

/** POST /v1/claims/{id}/payment: pays the fee of the way that was chosen. */
export const payClaim = act({
  route: "POST /v1/claims/{id}/payment",
  permission: "claim.pay",
  summary:
    "Pays the fee. The reply waits a few seconds for the provider; a payment may still be pending after it.",
  params: IdParams,
  body: PaymentBody,
  reply: PayClaimReply,
  run: async (tx, { id, method }) => {
    const claim = await lockClaim(tx, id);
    if (claim.state !== "chosen" || claim.chargeNo === null) {
      return refuse("nothing_to_pay");
    }
    const charge = await chargeOf(tx, claim.deviceId, claim.chargeNo);
    assert(charge !== undefined, "a chosen claim has its charge");
    const started = await startPayment(tx, charge, method);
    return started.refused === undefined
      ? accepted({ charge: started.accepted, claim: toClaim(claim, claim.dueAt ?? undefined) })
      : started;
  },
  settle: async (platform, caller, reply) => {
    const charge = await settlePayment(platform, caller, reply.charge);
    return { charge, claim: await claimAfter(platform, reply.claim, charge) };
  },
});

/** How often the claim is looked at until a captured fee has reached it, and the pause between. */
const LOOKS = 50;
const LOOK_MS = 20;

async function claimAfter(
  platform: Platform,
  shown: { readonly id: string },
  charge: ChargeView,
): Promise<ReturnType<typeof toClaim>> {
  const { rootId, no } = claimKey(shown.id);
  for (let look = 1; ; look += 1) {
    const claim = await claimByNo(platform.database, rootId, no);
    assert(claim !== undefined, "a claim that was paid for is there");
    if (charge.state !== "captured" || claim.state !== "chosen" || look === LOOKS) {
      return toClaim(claim, claim.dueAt ?? undefined);
    }
    await pause(LOOK_MS);
  }
}
