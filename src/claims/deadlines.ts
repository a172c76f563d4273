import { releaseSlots } from "../contracts/index.ts";
import { cancelCharge, chargeOf } from "../money/index.ts";
import type { Deadline, DeadlineKind, Tx } from "../platform/index.ts";
import type { Claim } from "./claim.ts";
import { giveUpAdvance } from "./giveUpAdvance.ts";
import { isGone } from "./incident.ts";
import { moveClaim } from "./lockClaim.ts";
import { PAYMENT_LAPSES, paymentReminds } from "./paymentDeadline.ts";
import { movePlanAt } from "./planMoves.ts";
import { questionLapses, sendBack } from "./questions/index.ts";
import { claimByNo } from "./store.ts";

export { PAYMENT_LAPSES };

/** The device, or what was missing of it, did not come in time. The key is the claim's number. */
export const REPORT_LAPSES = "report_lapses";

/** A shipped unit was not reported missing. */
export const CLAIM_CLOSES = "claim_closes";

/**
 * The time to send is over. A claim of which nothing came is cancelled, and the promised replacement is free
 * again; what did come of an incomplete parcel goes back as it is.
 */
const reportLapses: DeadlineKind = {
  kind: REPORT_LAPSES,
  run: async (tx, { rootId, key }) => {
    const claim = await claimByNo(tx, rootId, Number(key));
    if (claim?.state === "reported" && isAwaitingUs(claim)) {
      tx.schedule(rootId, REPORT_LAPSES, key, tx.at.add({ hours: 24 }));
    } else if (claim?.state === "reported") {
      await Promise.all([
        moveClaim(tx, claim, ["reported"], "cancelled", { closedAt: tx.at }),
        releaseSlots(tx, rootId, { claimNo: claim.no }),
      ]);
      tx.record(rootId, [{ type: "ClaimLapsed", claimNo: claim.no }]);
    } else if (claim?.state === "received" && claim.receipt.outcome === "hold") {
      await sendBackLapsed(tx, claim);
    }
  },
};

/** Of what is gone nothing is sent: the analysis is ours, and does not lapse because we are slow. */
function isAwaitingUs({ incident, receipt }: Claim): boolean {
  return isGone(incident) && receipt.outcome !== "refused" && receipt.outcome !== "hold";
}

/**
 * The time to choose or to pay is over: the device goes back as it is, the promised replacement is free
 * again. While a payment is on its way nothing lapses; its outcome comes first.
 */
const paymentLapses: DeadlineKind = {
  kind: PAYMENT_LAPSES,
  run: async (tx, { rootId, key }) => {
    const claim = await claimByNo(tx, rootId, Number(key));
    if (claim === undefined || (claim.state !== "inspected" && claim.state !== "chosen")) {
      return;
    }
    const charge = claim.chargeNo === null ? undefined : await chargeOf(tx, rootId, claim.chargeNo);
    if (charge?.state === "captured") {
      return;
    }
    if (charge !== undefined && (await cancelCharge(tx, charge)).refused !== undefined) {
      putOff(tx, { rootId, key });
      return;
    }
    const isHere = claim.holdNo === null && claim.returnedParts !== null;
    await (isHere ? sendBackLapsed(tx, claim) : lapseAway(tx, claim));
  },
};

/** Of an advance exchange, and of what is gone, nothing has come: nothing goes back, a card is free again. */
async function lapseAway(tx: Tx, claim: Claim): Promise<void> {
  const { deviceId, no } = claim;
  await Promise.all([
    moveClaim(tx, claim, ["inspected", "chosen"], "cancelled", { closedAt: tx.at }),
    releaseSlots(tx, deviceId, { claimNo: no }),
  ]);
  await giveUpAdvance(tx, claim, "claim_lapsed");
  tx.record(deviceId, [{ type: "ClaimLapsed", claimNo: no }]);
}

/** The device goes back as it is, because nobody chose, paid or sent the rest. */
async function sendBackLapsed(tx: Tx, claim: Claim): Promise<void> {
  await sendBack(tx, claim);
  tx.record(claim.deviceId, [{ type: "ClaimLapsed", claimNo: claim.no }]);
}

function putOff(tx: Tx, { rootId, key }: Pick<Deadline, "rootId" | "key">): void {
  tx.schedule(rootId, PAYMENT_LAPSES, key, tx.at.add({ hours: 24 }));
}

const claimCloses: DeadlineKind = {
  kind: CLAIM_CLOSES,
  run: async (tx, { rootId, key }) => {
    const claim = await claimByNo(tx, rootId, Number(key));
    if (claim === undefined || claim.state !== "shipped") {
      return;
    }
    if (claim.core === "awaited") {
      tx.schedule(rootId, CLAIM_CLOSES, key, tx.at.add({ hours: 24 }));
      return;
    }
    await moveClaim(tx, claim, ["shipped"], "closed", { closedAt: tx.at });
    await movePlanAt(tx, claim, "closure");
    tx.record(rootId, [{ type: "ClaimClosed", claimNo: claim.no }]);
  },
};

export const deadlines: readonly DeadlineKind[] = [
  reportLapses,
  paymentLapses,
  paymentReminds,
  questionLapses,
  claimCloses,
];
