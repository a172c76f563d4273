import {
  type CaseDecided,
  type Choice,
  caseOf,
  choicesOf,
  decideFindings,
  type Findings,
  type FurtherFinding,
  grantedOn,
  type LockedCase,
  type RepairPrice,
  refuseClaim,
  type SlotsChanged,
  slotsAfter,
  slotsOf,
  withGranted,
} from "../../claims/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Outcome } from "../../terms/index.ts";
import { refuse } from "../refusals.ts";

/**
 * What the bench found, and what the sheet says of prices in minor units of the claim's currency, and of
 * days.
 */
export interface InspectionTold {
  readonly findings: Findings;
  /** What is the matter with the device beside that. */
  readonly further?: readonly FurtherFinding[] | undefined;
  readonly sheet?: Omit<RepairPrice, "currency"> | undefined;
}

/** What an inspection settles. */
export interface InspectionMade {
  readonly decided: CaseDecided;
  readonly choices: readonly Choice[];
  /** What is promised to the claim from now on, and what no longer. */
  readonly slots: SlotsChanged;
}

/**
 * Whether the findings settle the claim, and the choice sheet that follows. Each is decided by itself. A case
 * that they leave open is refused with the receipt that does, so that the bench sees what to judge. Pure.
 */
export function decideInspectDevice(
  { findings, further, sheet }: InspectionTold,
  { claim, record, terms }: LockedCase,
  at: Temporal.Instant,
): Decision<InspectionMade> {
  if (claim.appeal === "asked") {
    return refuseClaim("appeal_open");
  }
  if (claim.state !== "received" && claim.state !== "inspected") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (claim.question) {
    return refuseClaim("question_open");
  }
  const told = { findings, ...(further === undefined ? {} : { further }) };
  const decided = decideFindings(record, caseOf(claim), told, terms, at);
  const open = whyOpen(decided, claim);
  if (open !== undefined) {
    return open;
  }
  const product = record.contracts.find(({ no }) => no === claim.contractNo)?.product ?? "";
  const wanted = slotsOf(terms, product, decided.combined.uses);
  if (wanted === undefined || isMixed(decided)) {
    return refuse("uses_collide", { receipt: decided.receipt });
  }
  const ways = choicesOf(decided, { ...sheet, currency: claim.currency });
  const choices = withGranted(ways, grantedOn(claim.choices));
  const slots = record.contracts.flatMap((contract) => contract.slots);
  const held = slots.filter(({ claimNo, state }) => claimNo === claim.no && state === "reserved");
  return accepted({ decided, choices, slots: slotsAfter(held, wanted) });
}

/** What keeps the case open; undefined when it is settled. */
function whyOpen(
  { receipt, found, combined }: CaseDecided,
  claim: LockedCase["claim"],
): Decision<never> | undefined {
  const { no } = found.find((each) => each.receipt === receipt) ?? { no: 1 };
  const extra = { receipt, ...(found.length === 1 ? {} : sentenceOf(no, receipt.outcome)) };
  switch (combined.outcome) {
    case "undecided":
      return refuse("findings_incomplete", extra);
    case "hold":
      return refuse(areAllBack(claim, combined) ? "terms_incomplete" : "parts_missing", { receipt });
    case "incomplete":
      return receipt.outcome === "incomplete"
        ? refuse("terms_incomplete", extra)
        : refuse("uses_collide", { receipt });
    default:
      return undefined;
  }
}

/** Of several findings the bench is told which one keeps the case open. */
function sentenceOf(no: number, outcome: Outcome): { readonly says: string } {
  return outcome === "undecided"
    ? { says: `Finding ${no} does not settle which way it goes.` }
    : { says: `The terms have no figure for finding ${no}.` };
}

/** A case can be held for another reason than its parts: there is no fee in its currency. */
function areAllBack(
  { returnedParts }: LockedCase["claim"],
  { returns }: Pick<CaseDecided["combined"], "returns">,
): boolean {
  return (returns?.parts ?? []).every((part) => returnedParts?.includes(part));
}

/** Sums in two currencies are no sum. */
function isMixed({ combined }: CaseDecided): boolean {
  return new Set(combined.fees.map(({ currency }) => currency)).size > 1;
}
