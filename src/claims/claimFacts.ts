import {
  type Contract,
  currentContract,
  type DeviceRecord,
  deviceFacts,
  planFacts,
  warrantyOfParts,
} from "../contracts/index.ts";
import type { Facts, IncidentFacts, Receipt, Terms } from "../terms/index.ts";
import type { Claim } from "./claim.ts";
import type { Findings, Incident } from "./incident.ts";

/** What a coverage decision is made from, beside the device's record. */
export interface CaseTold
  extends Pick<Claim, "channel" | "wants" | "region" | "currency" | "findings" | "returnedParts"> {
  readonly incident: Incident;
  readonly openedAt: Temporal.Instant;
  /**
   * The contract it was opened under, for it is judged by that one to its end. Undefined or null: not
   * settled.
   */
  readonly contractNo?: number | null;
  /** Its own number: the slot it reserved itself does not count against it. */
  readonly claimNo: number;
}

/** What only the bench can judge, and what is taken for granted until it has. */
const PRESUMED: Readonly<Findings> = {
  intentional: false,
  cosmeticOnly: false,
  forceMajeure: false,
  unauthorisedParts: false,
  unauthorisedRepair: false,
  unsuitableConditions: false,
  modified: false,
};

/**
 * The provisional answer: what the owner tells is believed, what the bench must judge is presumed in the
 * owner's favour, and of the parts the given ones are back. The claim says that it is final only after the
 * inspection.
 */
export function provisionalCase(
  told: Omit<CaseTold, "findings" | "returnedParts">,
  returned: readonly string[],
): CaseTold {
  return { ...told, findings: PRESUMED, returnedParts: returned };
}

/** The case of a claim as it stands: what was told, found and returned. */
export function caseOf(claim: Claim): CaseTold {
  const { incident, findings, returnedParts, channel, wants, region, currency, openedAt } = claim;
  const { contractNo, no: claimNo } = claim;
  return {
    incident,
    findings,
    returnedParts,
    channel,
    wants,
    region,
    currency,
    openedAt,
    contractNo,
    claimNo,
  };
}

/** Decides coverage of a case by the terms, at an instant. Pure. */
export function decideCoverage(
  record: DeviceRecord,
  told: CaseTold,
  terms: Terms,
  at: Temporal.Instant,
): Receipt {
  return terms.decide("coverage", claimFacts(record, told, at));
}

/**
 * The contract a case is judged by: the one it was opened under, which is the one that ran when it happened.
 */
export function contractOfCase(
  record: DeviceRecord,
  { incident, contractNo }: Pick<CaseTold, "incident" | "contractNo">,
): Contract | undefined {
  const opened = record.contracts.find(({ no }) => no === contractNo);
  return opened ?? currentContract(record, happenedAt(incident, record));
}

/** The facts of a case in the vocabulary's names. */
export function claimFacts(record: DeviceRecord, told: CaseTold, at: Temporal.Instant): Facts {
  const { modified, warrantyEndsAt, ...found } = told.findings ?? {};
  const device = deviceFacts(record);
  const incident: IncidentFacts = {
    lost: "none",
    stolen: false,
    abandoned: false,
    ...told.incident,
    ...found,
    reportedAt: told.openedAt.toString(),
  };
  return {
    at: at.toString(),
    device: {
      ...device,
      ...warrantyOnRecord(record, told),
      ...(modified === undefined ? {} : { modified }),
      ...(warrantyEndsAt === undefined ? {} : { warrantyEndsAt }),
    },
    plan: planFacts(record, contractOfCase(record, told), told.claimNo),
    incident,
    claim: {
      at: told.openedAt.toString(),
      region: told.region,
      currency: told.currency,
      channel: told.channel,
      wants: told.wants,
      ...(told.returnedParts === null ? {} : { returnedParts: told.returnedParts }),
    },
    invitation: "none",
  };
}

/**
 * The end of the warranty of record, as it stood for what happened when it happened: an extension that was
 * given later covers nothing that was lost before it.
 */
function warrantyOnRecord(
  record: DeviceRecord,
  { incident, findings }: Pick<CaseTold, "incident" | "findings">,
): { readonly warrantyEndsAt?: string } {
  const { warranty } = record;
  if (warranty === undefined) {
    return {};
  }
  const parts = findings?.parts ?? incident.parts ?? [];
  const end = warrantyOfParts(warranty, parts, happenedAt(incident, record));
  return { warrantyEndsAt: end?.toString() ?? "unknown" };
}

/**
 * Whose days count for a device: those of its contract, without one those of its region, as its newest
 * contract has them.
 */
export function zoneOfCase({ contracts }: DeviceRecord, contract?: Contract): string {
  return (contract ?? contracts.at(-1))?.zone ?? "UTC";
}

/** When it happened, to tell one plan's time from another's: of a day alone its noon, where the plan is. */
export function happenedAt({ at }: Incident, record: DeviceRecord): Temporal.Instant {
  if (at.includes("T")) {
    return Temporal.Instant.from(at);
  }
  const timeZone = zoneOfCase(record);
  return Temporal.PlainDate.from(at).toZonedDateTime({ timeZone, plainTime: "12:00" }).toInstant();
}
