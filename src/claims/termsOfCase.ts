import { type Asker, termsOf } from "../catalogue/index.ts";
import { type Contract, type DeviceRecord, planFacts } from "../contracts/index.ts";
import type { Facts, Terms } from "../terms/index.ts";
import type { Incident } from "./incident.ts";

/** When a case happened and was opened, and the contract it falls under; undefined: the newest there is. */
export interface WhenAndUnder {
  readonly incident: Pick<Incident, "at">;
  readonly openedAt: Temporal.Instant;
  readonly contract: Contract | undefined;
}

/** The facts by which the version is picked that judges a case. */
export function versionFacts(
  record: DeviceRecord,
  contract: Contract,
  { incident, openedAt }: Omit<WhenAndUnder, "contract">,
): Facts {
  const at = openedAt.toString();
  return { at, plan: planFacts(record, contract), incident: { at: incident.at }, claim: { at } };
}

/**
 * The terms a case is judged by: those of its contract, or a later version that reaches it and was in force
 * when it happened. Undefined for a device that never had a contract.
 */
export async function termsOfCase(
  db: Asker,
  record: DeviceRecord,
  { contract = record.contracts.at(-1), ...when }: WhenAndUnder,
): Promise<Terms | undefined> {
  return contract === undefined
    ? undefined
    : await termsOf(db, contract.programme, contract.termsVersion, versionFacts(record, contract, when));
}
