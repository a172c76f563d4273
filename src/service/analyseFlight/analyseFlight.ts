import { Type } from "typebox";
import {
  awaitPayment,
  ChoiceShape,
  ClaimShape,
  endOfDays,
  type Findings,
  lockCase,
  moveClaim,
  REPORT_LAPSES,
  refuseClaim,
  toClaim,
  waitingDaysOf,
} from "../../claims/index.ts";
import { releaseSlots, reserveSlot } from "../../contracts/index.ts";
import { accepted, act, Day, failPoint, IdParams, ReceiptSchema, shape } from "../../platform/index.ts";
import { insertInspection } from "../store.ts";
import { decideAnalyseFlight } from "./decideAnalyseFlight.ts";

/**
 * POST /v1/claims/{id}/analysis: what the record of the last flight shows of a device that is gone. It stands
 * in place of intake and inspection: nothing is sent in.
 */
export const analyseFlight = act({
  route: "POST /v1/claims/{id}/analysis",
  permission: "claim.inspect",
  summary:
    "Writes down what the flight data show of a lost device; answers with the final receipt and the ways on.",
  params: IdParams,
  body: shape({
    /** Whose fault it was: the customer's or nobody's, the maker's, or there was no accident. */
    analysis: Type.Enum(["customer", "maker", "no-accident"]),
    /** How the record of the flight came; `none` while there is none. */
    flightLog: Type.Enum(["cloud", "file", "none"]),
    /** Whether account, remote and device were bound to each other all the time. */
    boundThroughout: Type.Boolean(),
    intentional: Type.Optional(Type.Boolean()),
    /** The last day of the warranty by the papers the owner shows, where the registry does not know it. */
    warrantyEndsOn: Type.Optional(Day),
  }),
  reply: shape({ claim: ClaimShape, receipt: ReceiptSchema, choices: Type.Array(ChoiceShape) }),
  dryRun: true,
  run: async (tx, { id, intentional = false, warrantyEndsOn, ...told }, at) => {
    const locked = await lockCase(tx, id);
    const { claim } = locked;
    const papers =
      warrantyEndsOn === undefined ? {} : { warrantyEndsAt: endOfDay(warrantyEndsOn, claim.zone) };
    const findings: Findings = { ...JUDGED, ...told, ...papers, intentional };
    const decision = decideAnalyseFlight(findings, locked, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { decided, choices, slots, goesTo } = decision.accepted;
    const { deviceId, no, contractNo } = claim;
    const { toChoose } = await waitingDaysOf(tx, claim);
    const promised =
      contractNo === null ? [] : slots.take.map((use) => ({ ...use, contractNo, claimNo: no }));
    const change = { findings, receipt: decided.receipt, choices };
    const kept = [JSON.stringify(findings), tx.at, tx.caller.id, null, null];
    const [moved, , , reserved] = await Promise.all([
      moveClaim(tx, claim, ["reported", "inspected"], goesTo, change),
      insertInspection(tx, deviceId, no, ...kept),
      slots.give.length === 0 ? undefined : releaseSlots(tx, deviceId, { claimNo: no, benefits: slots.give }),
      Promise.all(promised.map((use) => reserveSlot(tx, deviceId, use))),
    ]);
    if (moved === undefined) {
      return refuseClaim("claim_not_at_this_step");
    }
    if (reserved.includes(undefined)) {
      return refuseClaim("use_not_free", { receipt: decided.receipt });
    }
    const by = endOfDays(at, toChoose, claim.zone);
    if (goesTo === "inspected") {
      tx.meet(deviceId, REPORT_LAPSES, String(no));
      awaitPayment(tx, claim, by);
    }
    const { outcome } = decided.receipt;
    const said = { claimNo: no, outcome, routes: choices.map(({ route }) => route), analysis: told.analysis };
    const type = goesTo === "inspected" ? "ClaimInspected" : "ClaimNotCovered";
    tx.record(deviceId, [{ type, ...said }]);
    failPoint(tx.platform, "analysis_saved");
    const shown = toClaim(moved, goesTo === "inspected" ? by : (claim.dueAt ?? undefined));
    return accepted({ claim: shown, receipt: shown.receipt, choices: [...choices] });
  },
});

/** A warranty lasts as long as its last day does where the case is. */
function endOfDay(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}

/** What nobody can judge of a device that is gone: nothing is held against its owner. */
const JUDGED: Findings = {
  cosmeticOnly: false,
  forceMajeure: false,
  unauthorisedParts: false,
  unauthorisedRepair: false,
  unsuitableConditions: false,
  modified: false,
};
