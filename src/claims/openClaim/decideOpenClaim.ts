import type { Contract, DeviceRecord, UseOfSlot } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Receipt, Terms } from "../../terms/index.ts";
import type { Claim } from "../claim.ts";
import { contractOfCase, decideCoverage, provisionalCase } from "../claimFacts.ts";
import type { Incident } from "../incident.ts";
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
    return refuse("unit_replaced");
  }
  if (liesAfter(told.incident, at)) {
    return refuse("incident_in_future");
  }
  const contract = contractOfCase(record, told);
  const region = contract?.region ?? record.device.region ?? "unknown";
  const currency = currencyOfCase(terms, record.device.model, region, contract?.currency);
  const send = terms.parts(record.device.model);
  const { channel, wants, incident } = told;
  const provisional = provisionalCase(
    { channel, wants, incident, region, currency, openedAt: at, claimNo: 0 },
    send,
  );
  const receipt = decideCoverage(record, provisional, terms, at);
  const reserves = slotsOf(terms, contract?.product ?? "", promisedBy(receipt)) ?? [];
  return accepted({ region, currency, contract, receipt, reserves, packing: { send, keep: KEEP } });
}

function liesAfter({ at }: Incident, now: Temporal.Instant): boolean {
  if (at.includes("T")) {
    return Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0;
  }
  // A day may already have begun where the owner is: the most easterly zone is fourteen hours ahead.
  const today = now.add({ hours: 14 }).toZonedDateTimeISO("UTC").toPlainDate();
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(at), today) > 0;
}

/**
 * The contract's currency when fees are listed in it, else the one they are listed in, else the region's
 * first.
 */
function currencyOfCase(terms: Terms, model: string, region: string, preferred: string | undefined): string {
  const listed = terms.fees(model, region).map((fee) => fee.currency);
  const found = preferred !== undefined && listed.includes(preferred) ? preferred : listed[0];
  return found ?? preferred ?? terms.regions.get(region)?.currencies[0] ?? "EUR";
}
