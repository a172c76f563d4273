import assert from "node:assert/strict";
import {
  ChargeSchema,
  type ChargeView,
  chargeOf,
  PaymentBody,
  settlePayment,
  startPayment,
} from "../../money/index.ts";
import { accepted, act, IdParams, type Platform, shape, until } from "../../platform/index.ts";
import { type Claim, ClaimShape, toClaim } from "../claim.ts";
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

/** How long a reply waits until a captured fee has reached its claim. */
const LONGEST_MS = 1_000;

async function claimAfter(
  platform: Platform,
  shown: { readonly id: string },
  charge: ChargeView,
): Promise<ReturnType<typeof toClaim>> {
  const { rootId, no } = claimKey(shown.id);
  const look = async () => {
    const seen = await claimByNo(platform.database, rootId, no);
    assert(seen !== undefined, "a claim that was paid for is there");
    return seen;
  };
  const hasFee = ({ state }: Pick<Claim, "state">) => charge.state !== "captured" || state !== "chosen";
  const claim = await until(platform, rootId, LONGEST_MS, look, hasFee);
  return toClaim(claim, claim.dueAt ?? undefined);
}
