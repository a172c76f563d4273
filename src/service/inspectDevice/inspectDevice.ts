import { Type } from "typebox";
import {
  ChoiceShape,
  type Claim,
  ClaimShape,
  endOfDays,
  FindingsBody,
  lockCase,
  moveClaim,
  PAYMENT_LAPSES,
  REPORT_LAPSES,
  refuseClaim,
  toClaim,
  waitingDaysOf,
} from "../../claims/index.ts";
import { releaseSlot, reserveSlot } from "../../contracts/index.ts";
import {
  accepted,
  act,
  badField,
  IdParams,
  Money,
  ReceiptSchema,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { insertInspection, lastInspectionNo } from "../store.ts";
import { decideInspectDevice, type InspectionMade } from "./decideInspectDevice.ts";

/**
 * POST /v1/claims/{id}/inspection: the bench says what it found; the terms say what follows. With `dryRun` it
 * is the live receipt beside the bench's checklist.
 */
export const inspectDevice = act({
  route: "POST /v1/claims/{id}/inspection",
  permission: "claim.inspect",
  summary: "Writes the findings down; answers with the final receipt and the choice sheet.",
  params: IdParams,
  body: shape({
    findings: FindingsBody,
    /** The price of a paid repair, in the claim's currency. Without one none is offered. */
    repairPrice: Type.Optional(Money),
    /**
     * The number of the newest inspection that was seen, 0 for none. Another one there now is refused with
     * its receipt, so that nobody's look is replaced unseen.
     */
    inspection: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  }),
  reply: shape({ claim: ClaimShape, receipt: ReceiptSchema, choices: Type.Array(ChoiceShape) }),
  dryRun: true,
  run: async (tx, { id, findings, repairPrice, inspection: seen }, at) => {
    const locked = await lockCase(tx, id);
    const { claim } = locked;
    if (repairPrice !== undefined && repairPrice.currency !== claim.currency) {
      throw badField("/repairPrice/currency", "currency", `This claim is in ${claim.currency}.`);
    }
    const { deviceId, no } = claim;
    const there = seen === undefined ? undefined : (await lastInspectionNo(tx, deviceId, no)).no;
    const told = { findings, repairMinor: repairPrice?.amount, seen };
    const decision = decideInspectDevice(told, { ...locked, inspection: there }, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { choices } = decision.accepted;
    const { toChoose } = await waitingDaysOf(tx, claim.judgedBy);
    const chooseBy = endOfDays(at, toChoose, claim.zone);
    const moved = await saveInspection(tx, claim, findings, decision.accepted, chooseBy);
    if (moved === undefined) {
      return refuseClaim("claim_not_at_this_step");
    }
    const shown = toClaim(moved, chooseBy);
    return accepted({ claim: shown, receipt: shown.receipt, choices: [...choices] });
  },
});

async function saveInspection(
  tx: Tx,
  claim: Claim,
  findings: Claim["findings"] & object,
  { receipt, choices, slot, use }: InspectionMade,
  chooseBy: Temporal.Instant,
): Promise<Claim | undefined> {
  const { deviceId, no, contractNo } = claim;
  const reserving = (slot === "reserve" || slot === "change") && contractNo !== null;
  const [moved] = await Promise.all([
    moveClaim(tx, claim, ["received", "inspected"], "inspected", { findings, receipt, choices }),
    insertInspection(tx, deviceId, no, JSON.stringify(findings), tx.at, tx.caller.id),
    slot === "release" || slot === "change" ? releaseSlot(tx, deviceId, { claimNo: no }) : undefined,
    reserving ? reserveSlot(tx, deviceId, { ...use, contractNo, claimNo: no }) : undefined,
  ]);
  tx.meet(deviceId, REPORT_LAPSES, String(no));
  tx.schedule(deviceId, PAYMENT_LAPSES, String(no), chooseBy);
  tx.record(deviceId, [
    {
      type: "ClaimInspected",
      claimNo: no,
      outcome: receipt.outcome,
      routes: choices.map((choice) => choice.route),
    },
  ]);
  return moved;
}
