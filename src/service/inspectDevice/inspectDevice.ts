import { Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import {
  awaitPayment,
  ChoiceShape,
  type Claim,
  type ClaimRow,
  ClaimShape,
  endOfDays,
  type Findings,
  FindingsBody,
  FurtherFinding,
  type LockedCase,
  MOST_FURTHER,
  moveClaim,
  openingCase,
  ownCase,
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
import { CodesFound, familiesOf, findingsWith, heldCodes, unknownCode } from "../codes/index.ts";
import { refuse } from "../refusals.ts";
import { sheetOf } from "../sheetOf.ts";
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
    /**
     * Symptoms, findings and checks by the catalogue of its family. What a finding means fills in the rest.
     */
    codes: Type.Optional(CodesFound),
  }),
  reply: shape({ claim: ClaimShape, receipt: ReceiptSchema, choices: Type.Array(ChoiceShape) }),
  dryRun: true,
  opening: openingCase,
  run: async (tx, { findings: told, further, repairPrice, inspection: seen, codes }, at, opened) => {
    const locked = await ownCase(tx, opened);
    const { claim } = locked;
    if (repairPrice !== undefined && repairPrice.currency !== claim.currency) {
      throw badField("/repairPrice/currency", "currency", `This claim is in ${claim.currency}.`);
    }
    const findings = codes === undefined ? told : await meantBy(tx, locked, told, codes);
    const sheet = { ...(await sheetOf(tx, claim)), repairMinor: repairPrice?.amount };
    const decision = decideInspectDevice({ findings, further, sheet }, locked, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { choices } = decision.accepted;
    const { toChoose } = await waitingDaysOf(tx, claim);
    const chooseBy = endOfDays(at, toChoose, claim.zone);
    const moved = await saveInspection(tx, claim, { findings, seen, codes }, decision.accepted, chooseBy);
    if (moved.refused !== undefined) {
      return moved;
    }
    failPoint(tx.platform, "inspection_saved");
    const shown = toClaim(moved.accepted, chooseBy);
    return accepted({ claim: shown, receipt: shown.receipt, choices: [...choices] });
  },
});

/** What is kept of a look beside its decision. */
interface InspectionKept {
  readonly findings: Findings;
  /** The newest look that was seen. */
  readonly seen: number | undefined;
  readonly codes: CodesFound | undefined;
}

/**
 * The findings with what the codes mean, where they were left unsaid. Errors: Problem 400 for a code that the
 * family of the device has not.
 */
async function meantBy(
  tx: Tx,
  { record: { device } }: LockedCase,
  findings: Findings,
  codes: CodesFound,
): Promise<Findings> {
  const [known, model] = await Promise.all([heldCodes.rows(tx), modelNamed(tx, device.model)]);
  const families = familiesOf({
    series: device.series,
    ...(model === undefined ? {} : { group: model.group }),
  });
  const unknown = unknownCode(known, families, codes);
  if (unknown !== undefined) {
    const at = `/codes/${unknown.kind}s/${unknown.place}`;
    throw badField(
      at,
      "code_unknown",
      `There is no ${unknown.kind} ${unknown.code} for this family of devices.`,
    );
  }
  return findingsWith(findings, known, families, codes);
}

async function saveInspection(
  tx: Tx,
  claim: ClaimRow,
  { findings, seen, codes }: InspectionKept,
  { decided, choices, slots: { give, take } }: InspectionMade,
  chooseBy: Temporal.Instant,
): Promise<Decision<Claim>> {
  const { deviceId, no, contractNo } = claim;
  const { receipt, combined, found } = decided;
  const several = found.length === 1 ? {} : { found, combined };
  const change = { findings, receipt, ...several, choices };
  const named = codes === undefined ? null : JSON.stringify(codes);
  const promised = contractNo === null ? [] : take.map((use) => ({ ...use, contractNo, claimNo: no }));
  const [moved, kept, , reserved] = await Promise.all([
    moveClaim(tx, claim, ["received", "inspected"], "inspected", change),
    insertInspection(tx, deviceId, no, JSON.stringify(findings), tx.at, tx.caller.id, seen ?? null, named),
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
  awaitPayment(tx, claim, chooseBy);
  tx.record(deviceId, [
    {
      type: "ClaimInspected",
      claimNo: no,
      outcome: combined.outcome,
      routes: choices.map((choice) => choice.route),
      ...(found.length === 1 ? {} : { findings: combined.ways }),
      ...(findings.warrantyEndsAt === undefined ? {} : { warrantyEndsAt: findings.warrantyEndsAt }),
    },
  ]);
  return accepted(moved);
}
