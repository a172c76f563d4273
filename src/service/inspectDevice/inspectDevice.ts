import { Type } from "typebox";
import {
  ChoiceShape,
  type Claim,
  ClaimShape,
  endOfDays,
  FindingsBody,
  FurtherFinding,
  lockCase,
  MOST_FURTHER,
  moveClaim,
  PAYMENT_LAPSES,
  REPORT_LAPSES,
  refuseClaim,
  toClaim,
  waitingDaysOf,
} from "../../claims/index.ts";
import { releaseSlots, reserveSlot } from "../../contracts/index.ts";
import {
  accepted,
  act,
  badField,
  type Decision,
  failPoint,
  IdParams,
  Money,
  ReceiptSchema,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { insertInspection } from "../store.ts";
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
    /** What else is the matter with the device: each is decided by itself, then all together. */
    further: Type.Optional(Type.Array(FurtherFinding, { maxItems: MOST_FURTHER })),
    /**
     * The price of a paid repair of what nothing covers, or of everything where all is covered, in the
     * claim's currency. Without one none is offered.
     */
    repairPrice: Type.Optional(Money),
    /**
     * The number of the newest inspection that was seen, 0 for none. Another one there now is refused with
     * its receipt, so that nobody's look is replaced unseen.
     */
    inspection: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  }),
  reply: shape({ claim: ClaimShape, receipt: ReceiptSchema, choices: Type.Array(ChoiceShape) }),
  dryRun: true,
  run: async (tx, { id, findings, further, repairPrice, inspection: seen }, at) => {
    const locked = await lockCase(tx, id);
    const { claim } = locked;
    if (repairPrice !== undefined && repairPrice.currency !== claim.currency) {
      throw badField("/repairPrice/currency", "currency", `This claim is in ${claim.currency}.`);
    }
    const told = { findings, further, repairMinor: repairPrice?.amount };
    const decision = decideInspectDevice(told, locked, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { choices } = decision.accepted;
    const { toChoose } = await waitingDaysOf(tx, claim.judgedBy);
    const chooseBy = endOfDays(at, toChoose, claim.zone);
    const moved = await saveInspection(tx, claim, { findings, seen }, decision.accepted, chooseBy);
    if (moved.refused !== undefined) {
      return moved;
    }
    failPoint(tx.platform, "inspection_saved");
    const shown = toClaim(moved.accepted, chooseBy);
    return accepted({ claim: shown, receipt: shown.receipt, choices: [...choices] });
  },
});

async function saveInspection(
  tx: Tx,
  claim: Claim,
  { findings, seen }: { readonly findings: Claim["findings"] & object; readonly seen: number | undefined },
  { decided, choices, slots: { give, take } }: InspectionMade,
  chooseBy: Temporal.Instant,
): Promise<Decision<Claim>> {
  const { deviceId, no, contractNo } = claim;
  const { receipt, combined, found } = decided;
  const several = found.length === 1 ? {} : { found, combined };
  const change = { findings, receipt, ...several, choices };
  const promised = contractNo === null ? [] : take.map((use) => ({ ...use, contractNo, claimNo: no }));
  const [moved, kept, , reserved] = await Promise.all([
    moveClaim(tx, claim, ["received", "inspected"], "inspected", change),
    insertInspection(tx, deviceId, no, JSON.stringify(findings), tx.at, tx.caller.id, seen ?? null),
    give.length === 0 ? undefined : releaseSlots(tx, deviceId, { claimNo: no, benefits: give }),
    Promise.all(promised.map((use) => reserveSlot(tx, deviceId, use))),
  ]);
  if (moved === undefined) {
    return refuseClaim("claim_not_at_this_step");
  }
  if (kept === undefined) {
    return refuse("inspected_meanwhile", { receipt: claim.receipt });
  }
  if (reserved.includes(undefined)) {
    return refuseClaim("use_not_free", { receipt });
  }
  tx.meet(deviceId, REPORT_LAPSES, String(no));
  tx.schedule(deviceId, PAYMENT_LAPSES, String(no), chooseBy);
  tx.record(deviceId, [
    {
      type: "ClaimInspected",
      claimNo: no,
      outcome: combined.outcome,
      routes: choices.map((choice) => choice.route),
      ...(found.length === 1 ? {} : { findings: combined.ways }),
    },
  ]);
  return accepted(moved);
}
