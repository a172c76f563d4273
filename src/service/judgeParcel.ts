import { caseOf, decideCoverage, type LockedCase, provisionalCase, refuseClaim } from "../claims/index.ts";
import { accepted, type Decision } from "../platform/index.ts";
import { refuse } from "./refusals.ts";
import type { ParcelTaken } from "./takeIn.ts";

/** What the scanner and the ticks say. The serial is normalised. */
export interface ParcelTold {
  readonly serial: string;
  readonly parts: readonly string[];
}

/**
 * Whether a parcel can be taken in for a claim, and what the terms say of what it holds: still the
 * provisional answer, for the bench has judged nothing. Pure.
 */
export function judgeParcel(
  told: ParcelTold,
  { claim, record, terms }: LockedCase,
  at: Temporal.Instant,
): Decision<ParcelTaken> {
  if (claim.appeal === "asked") {
    return refuseClaim("appeal_open");
  }
  if (claim.state !== "reported" && claim.state !== "received") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (told.serial !== record.device.serial) {
    return refuse("serial_differs");
  }
  if (told.parts.length === 0) {
    return refuse("nothing_returned");
  }
  const returnedParts = [...new Set([...(claim.returnedParts ?? []), ...told.parts])];
  const expected = terms.parts(record.device.model);
  const missing = expected.filter((part) => !returnedParts.includes(part));
  const receipt = decideCoverage(record, provisionalCase(caseOf(claim), returnedParts), terms, at);
  return accepted({ returnedParts, missing, receipt });
}
