import assert from "node:assert/strict";
import { type Static, Type } from "typebox";
import {
  type Charge,
  ChargeSchema,
  type ChargeView,
  chargeOf,
  chargeView,
  HoldSchema,
  type HoldView,
  holdOf,
  holdView,
  isHoldAnswered,
  PaymentBody,
  settlePayment,
  startPayment,
} from "../../money/index.ts";
import { accepted, act, IdParams, type Platform, readPublicId, shape, until } from "../../platform/index.ts";
import { type Claim, ClaimShape, toClaim } from "../claim.ts";
import { claimKey, openingClaim, ownClaim } from "../lockClaim.ts";
import { refuse } from "../refusals.ts";
import { claimByNo } from "../store.ts";
import { type AdvancePaid, isAdvance, payAdvance } from "./payAdvance.ts";

const PayClaimReply = shape({
  charge: ChargeSchema,
  /** Of an advance exchange: what the card stands for. The fee is taken once it is placed. */
  hold: Type.Optional(HoldSchema),
  claim: ClaimShape,
});

/**
 * POST /v1/claims/{id}/payment: pays the fee of the way that was chosen, or an advance exchange: hold and
 * fee.
 */
export const payClaim = act({
  route: "POST /v1/claims/{id}/payment",
  permission: "claim.pay",
  summary:
    "Pays the fee, or the hold and the fee of an advance exchange. The reply waits a few seconds for the " +
    "provider; a payment may still be pending after it.",
  params: IdParams,
  body: PaymentBody,
  reply: PayClaimReply,
  opening: openingClaim,
  run: async (tx, { method }, _at, opened) => {
    const claim = await ownClaim(tx, opened);
    if (isAdvance(claim)) {
      const paid = await payAdvance(tx, claim, method);
      return paid.refused === undefined ? accepted(advanceReply(paid.accepted, tx.at)) : paid;
    }
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
    const hold = reply.hold && (await holdAfter(platform, reply.hold));
    const isTaken = hold === undefined || hold.state === "placed";
    const tried = hold?.state === "placed" ? await begun(platform, reply.charge) : reply.charge;
    const charge = isTaken ? await settlePayment(platform, caller, tried) : reply.charge;
    const claim = await claimAfter(platform, reply.claim, charge);
    return { charge, ...(hold === undefined ? {} : { hold }), claim };
  },
});

function advanceReply(
  { claim, charge, hold }: AdvancePaid,
  at: Temporal.Instant,
): Static<typeof PayClaimReply> {
  return { charge: chargeView(charge), hold: holdView(hold, at), claim: toClaim(claim) };
}

/** Waits until the card has answered, or its holder has somewhere to go first. */
async function holdAfter(platform: Platform, shown: HoldView): Promise<HoldView> {
  const { rootId, no } = readPublicId("hld", shown.id) ?? {};
  const look = async () => {
    const seen = await holdOf(platform.database, rootId as string, no as number);
    assert(seen !== undefined, "a hold that was shown is there");
    return seen;
  };
  const hold = await until(platform, rootId as string, LONGEST_HOLD_MS, look, isHoldAnswered);
  return holdView(hold, platform.clock.now());
}

/** Once the hold is placed the fee is tried: waits until it is, so that its outcome can be waited for. */
async function begun(platform: Platform, shown: ChargeView): Promise<ChargeView> {
  const { rootId, no } = readPublicId("chg", shown.id) ?? {};
  const look = async () => {
    const seen = await chargeOf(platform.database, rootId as string, no as number);
    assert(seen !== undefined, "a charge that was shown is there");
    return seen;
  };
  const isBegun = ({ state, attempt }: Charge) => state !== "open" || attempt !== null;
  return chargeView(await until(platform, rootId as string, LONGEST_MS, look, isBegun));
}

/** How long a reply waits for the card. */
const LONGEST_HOLD_MS = 5_000;

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
