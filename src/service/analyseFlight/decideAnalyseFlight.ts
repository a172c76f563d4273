import {
  type CaseDecided,
  type Choice,
  caseOf,
  choicesOf,
  decideFindings,
  type Findings,
  isGone,
  type LockedCase,
  refuseClaim,
  type SlotsChanged,
  slotsAfter,
  slotsOf,
} from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** What an analysis settles: the ways on, or that there is none. */
export interface AnalysisMade {
  readonly decided: CaseDecided;
  readonly choices: readonly Choice[];
  readonly slots: SlotsChanged;
  /** Without a way on the case stays as it was told, refused. */
  readonly goesTo: "inspected" | "reported";
}

/**
 * Whether what the flight data show settles the case of a device that is gone. Nothing of it can be repaired
 * or sent back: where the terms pay, another unit comes. Pure.
 */
export function decideAnalyseFlight(
  findings: Findings,
  { claim, record, terms }: LockedCase,
  at: Temporal.Instant,
): Decision<AnalysisMade> {
  if (claim.appeal === "asked") {
    return refuseClaim("appeal_open");
  }
  if ((claim.state !== "reported" && claim.state !== "inspected") || claim.returnedParts !== null) {
    return refuseClaim("claim_not_at_this_step");
  }
  if (!isGone(claim.incident)) {
    return refuse("not_gone");
  }
  const decided = decideFindings(record, caseOf(claim), { findings }, terms, at);
  const { receipt, combined } = decided;
  if (combined.outcome === "undecided") {
    return refuse("findings_incomplete", { receipt });
  }
  if (combined.outcome === "hold") {
    const isRecord = receipt.against.some(({ facts }) => "incident.flightLog" in facts);
    return refuse(isRecord ? "flight_record_missing" : "terms_incomplete", { receipt });
  }
  const product = record.contracts.find(({ no }) => no === claim.contractNo)?.product ?? "";
  const wanted = slotsOf(terms, product, combined.uses);
  if (combined.outcome === "incomplete" || wanted === undefined) {
    return refuse("terms_incomplete", { receipt });
  }
  const choices = waysForGone(choicesOf(decided, { currency: claim.currency }));
  const slots = record.contracts.flatMap((contract) => contract.slots);
  const held = slots.filter(({ claimNo, state }) => claimNo === claim.no && state === "reserved");
  const goesTo = choices.length === 0 ? "reported" : "inspected";
  return accepted({ decided, choices, slots: slotsAfter(held, wanted), goesTo });
}

/** What is not there is neither repaired nor sent back: whatever pays, pays for another unit. */
function waysForGone(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ route }) => route !== "return" && route !== "paid")
    .map((choice): Choice => ({ ...choice, unit: "replacement" }));
}
