import { Type } from "typebox";
import { releaseSlots } from "../../contracts/index.ts";
import { createCharge } from "../../money/index.ts";
import { accepted, act, IdParams, Money, shape, type Tx } from "../../platform/index.ts";
import { type Claim, ClaimShape, routes, toClaim } from "../claim.ts";
import { PAYMENT_LAPSES } from "../deadlines.ts";
import { feeLine } from "../feeLine.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { waitingDaysOf } from "../waitingDays.ts";
import { decideChooseRoute, type RouteTaken } from "./decideChooseRoute.ts";

/** POST /v1/claims/{id}/choice: the owner takes one of the ways on the choice sheet. */
export const chooseRoute = act({
  route: "POST /v1/claims/{id}/choice",
  permission: "claim.choose",
  summary: "Takes one of the ways on the choice sheet, at the price that is written there.",
  params: IdParams,
  body: shape({
    route: Type.Enum([...routes]),
    /** The price that was shown. Another one now is refused, so that nobody pays what they did not see. */
    fee: Type.Optional(Money),
  }),
  reply: ClaimShape,
  run: async (tx, command, at) => {
    const claim = await lockClaim(tx, command.id);
    const decision = decideChooseRoute(command, { claim, at, days: await waitingDaysOf(tx, claim.judgedBy) });
    if (decision.refused !== undefined) {
      return decision;
    }
    const moved = await saveChoice(tx, claim, decision.accepted);
    return moved === undefined
      ? refuse("claim_not_at_this_step")
      : accepted(toClaim(moved, decision.accepted.payBy));
  },
});

async function saveChoice(
  tx: Tx,
  claim: ClaimRow,
  { route, fee, givesBack, payBy }: RouteTaken,
): Promise<Claim | undefined> {
  const { deviceId, no } = claim;
  const key = String(no);
  const charge =
    payBy === undefined
      ? undefined
      : await createCharge(tx, deviceId, {
          ...{ purpose: "claim_fee", subjectNo: no, amount: fee, dueAt: payBy },
          lines: [await feeLine(tx, claim, fee)],
        });
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
    tx.meet(deviceId, PAYMENT_LAPSES, key);
  } else {
    tx.schedule(deviceId, PAYMENT_LAPSES, key, payBy);
  }
  tx.record(deviceId, [{ type: "RouteChosen", claimNo: no, route, fee }]);
  return moved;
}
