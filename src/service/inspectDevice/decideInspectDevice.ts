import {
  type Choice,
  caseOf,
  choicesOf,
  decideCoverage,
  type Findings,
  type LockedCase,
  refuseClaim,
} from "../../claims/index.ts";
import { REPLACEMENT, type Slot, type UseOfSlot, useOfSlot } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { refuse } from "../refusals.ts";

/** What the bench found, and its price for a paid repair in minor units of the claim's currency. */
export interface InspectionTold {
  readonly findings: Findings;
  readonly repairMinor: number | undefined;
  /** The number of the newest inspection the bench saw; undefined where it does not say. */
  readonly seen?: number | undefined;
}

/** The case, and the number of the newest inspection that is there, where it was asked for. */
export interface CaseToInspect extends LockedCase {
  readonly inspection?: number | undefined;
}

/** What an inspection settles. */
export interface InspectionMade {
  readonly receipt: Receipt;
  readonly choices: readonly Choice[];
  /** Whether a replacement is promised to the claim from now on, or no longer. */
  readonly slot: "reserve" | "release" | "keep" | "change";
  /** What a promise takes of the contract. */
  readonly use: UseOfSlot;
}

/**
 * Whether the findings settle the claim, and the choice sheet that follows. A case that the findings leave
 * open is refused with its receipt, so that the bench sees what to judge. Pure.
 */
export function decideInspectDevice(
  { findings, repairMinor, seen }: InspectionTold,
  { claim, record, terms, inspection }: CaseToInspect,
  at: Temporal.Instant,
): Decision<InspectionMade> {
  if (claim.state !== "received" && claim.state !== "inspected") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (seen !== undefined && seen !== inspection) {
    return refuse("inspected_meanwhile", { receipt: claim.receipt });
  }
  const receipt = decideCoverage(record, { ...caseOf(claim), findings }, terms, at);
  switch (receipt.outcome) {
    case "undecided":
      return refuse("findings_incomplete", { receipt });
    case "hold":
      return refuse(areAllBack(claim, receipt) ? "terms_incomplete" : "parts_missing", { receipt });
    case "incomplete":
      return refuse("terms_incomplete", { receipt });
    default: {
      const choices = choicesOf(receipt, { currency: claim.currency, repairMinor });
      const slots = record.contracts.flatMap((contract) => contract.slots);
      const held = slots.find((slot) => slot.claimNo === claim.no);
      const product = record.contracts.find(({ no }) => no === claim.contractNo)?.product ?? "";
      const use = useOfSlot(terms, product, receipt.uses?.benefit ?? REPLACEMENT);
      return accepted({ receipt, choices, slot: slotAfter(receipt, held, use), use });
    }
  }
}

/** A case can be held for another reason than its parts: there is no fee in its currency. */
function areAllBack({ returnedParts }: LockedCase["claim"], { returns }: Receipt): boolean {
  return (returns?.parts ?? []).every((part) => returnedParts?.includes(part));
}

function slotAfter({ outcome }: Receipt, held: Slot | undefined, use: UseOfSlot): InspectionMade["slot"] {
  if (outcome !== "plan") {
    return held === undefined ? "keep" : "release";
  }
  if (held === undefined) {
    return "reserve";
  }
  return held.benefit === use.benefit && (held.part ?? undefined) === use.part ? "keep" : "change";
}
