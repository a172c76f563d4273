import type { Contract, DeviceRecord } from "../contracts/index.ts";
import type { Terms } from "../terms/index.ts";
import type { Claim } from "./claim.ts";
import { type CaseTold, contractOfCase, provisionalCase } from "./claimFacts.ts";
import type { Incident } from "./incident.ts";

/** A case before it is one: what it falls under, what would be sent, and what it is decided from. */
export interface CaseAtOpening extends Pick<Claim, "region" | "currency"> {
  readonly contract: Contract | undefined;
  readonly send: readonly string[];
  readonly provisional: CaseTold;
}

/** The case as it would be opened now from what is told. Pure. */
export function caseAtOpening(
  { channel, wants, incident }: Pick<Claim, "channel" | "wants"> & { readonly incident: Incident },
  {
    at,
    record,
    terms,
  }: { readonly at: Temporal.Instant; readonly record: DeviceRecord; readonly terms: Terms },
): CaseAtOpening {
  const contract = contractOfCase(record, { incident });
  const region = contract?.region ?? record.device.region ?? "unknown";
  const currency = currencyOfCase(terms, record.device.model, region, contract?.currency);
  const send = terms.parts(record.device.model);
  const told = { channel, wants, incident, region, currency, openedAt: at, claimNo: 0 };
  return { region, currency, contract, send, provisional: provisionalCase(told, send) };
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
