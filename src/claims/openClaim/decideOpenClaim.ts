import type { Contract, DeviceRecord, UseOfSlot } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Receipt, Terms } from "../../terms/index.ts";
import { caseAtOpening } from "../caseAtOpening.ts";
import type { Claim } from "../claim.ts";
import { decideCoverage } from "../claimFacts.ts";
import type { Incident } from "../incident.ts";
import { liesAfter } from "../liesAfter.ts";
import { otherUnit } from "../otherUnit.ts";
import { refuse } from "../refusals.ts";
import { promisedBy, slotsOf } from "../usesOfCase.ts";

/** What the owner, or somebody at the telephone, tells. The serial is normalised. */
export interface ReportTold extends Pick<Claim, "channel" | "wants" | "serial"> {
  readonly incident: Incident;
}

/** What is known when a damage is reported. */
export interface ReportFacts {
  readonly at: Temporal.Instant;
  readonly record: DeviceRecord | undefined;
  readonly terms: Terms | undefined;
}

/** A claim that may be opened, with the provisional receipt. */
export interface ClaimOpening extends Pick<Claim, "region" | "currency"> {
  readonly contract: Contract | undefined;
  readonly receipt: Receipt;
  /** What is promised to it from now on, so that the n-th fee stays what was said. */
  readonly reserves: readonly UseOfSlot[];
  readonly packing: { readonly send: readonly string[]; readonly keep: readonly string[] };
}

/** What is never part of a swap and better stays at home. */
const KEEP: readonly string[] = ["controller", "memory-card", "accessories"];

/** Whether a damage can be reported, and the provisional answer. Pure. */
export function decideOpenClaim(
  told: ReportTold,
  { at, record, terms }: ReportFacts,
): Decision<ClaimOpening> {
  if (record === undefined || terms === undefined) {
    return refuse("device_unknown");
  }
  if (record.device.serial !== told.serial) {
    return refuse(otherUnit(record.device, told.serial));
  }
  if (liesAfter(told.incident, at)) {
    return refuse("incident_in_future");
  }
  const { contract, region, currency, send, provisional } = caseAtOpening(told, { at, record, terms });
  const receipt = decideCoverage(record, provisional, terms, at);
  const reserves = slotsOf(terms, contract?.product ?? "", promisedBy(receipt)) ?? [];
  return accepted({ region, currency, contract, receipt, reserves, packing: { send, keep: KEEP } });
}
