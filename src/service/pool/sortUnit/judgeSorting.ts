import { accepted, type Decision } from "../../../platform/index.ts";
import { refuse as refuseBench } from "../../refusals.ts";
import { refuse } from "../refusals.ts";
import type { Grade, SpareUnit, UnitState } from "../spareUnit.ts";

/** What may become of a unit next. */
const edges: Partial<Record<UnitState, readonly UnitState[]>> = {
  available: ["triage", "parts", "scrapped"],
  quarantined: ["triage"],
  triage: ["refurbishing", "parts", "scrapped"],
  refurbishing: ["available", "triage", "parts", "scrapped"],
};

export const sortedTo = ["triage", "refurbishing", "available", "parts", "scrapped"] as const;

/** What is said of a unit, and what is known of it. */
export interface SortFacts {
  readonly unit: Pick<SpareUnit, "state" | "serial" | "fromDevice" | "wipedAt">;
  readonly to: (typeof sortedTo)[number];
  readonly grade: Grade | undefined;
  /** Another serial under which it goes on; normalised. */
  readonly newSerial: string | undefined;
  /** Whether it was said that nothing of its owner is on it any more. */
  readonly isWiped: boolean;
  /** A device wears its serial, or did: then it is never given out under it again. */
  readonly isRetired: boolean;
  /** The same of the other serial, or the pool has it. */
  readonly newIsTaken: boolean;
  /** Whether the other serial may be one of the unit's model. */
  readonly newFits: boolean;
  /** The case it came in with is not shipped yet, so that it may be its owner's again. */
  readonly caseIsOpen: boolean;
}

/** What becomes of a unit that somebody looked at. Pure. */
export function judgeSorting(facts: SortFacts): Decision<{ readonly goesOnAs: string | undefined }> {
  const { unit, to, grade, newSerial, isWiped, isRetired } = facts;
  if (edges[unit.state]?.includes(to) !== true) {
    return refuse("unit_not_at_this_step");
  }
  if (unit.fromDevice !== null && facts.caseIsOpen) {
    return refuse("old_unit_may_go_back");
  }
  if (to !== "available") {
    return newSerial === undefined ? accepted({ goesOnAs: undefined }) : refuse("serial_not_asked");
  }
  if (unit.fromDevice !== null && unit.wipedAt === null && !isWiped) {
    return refuse("data_not_wiped");
  }
  if (grade === undefined || grade === "ungraded") {
    return refuse("grade_missing");
  }
  if (isRetired && newSerial === undefined) {
    return refuse("retired_serial");
  }
  if (newSerial !== undefined && (facts.newIsTaken || newSerial === unit.serial)) {
    return refuse("unit_serial_taken");
  }
  if (newSerial !== undefined && !facts.newFits) {
    return refuseBench("replacement_model_differs");
  }
  return accepted({ goesOnAs: newSerial });
}
