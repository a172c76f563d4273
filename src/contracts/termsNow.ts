import { type Asker, termsOf } from "../catalogue/index.ts";
import type { Terms } from "../terms/index.ts";
import type { Contract } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { deviceFacts, planFacts } from "./facts.ts";

/**
 * The terms by which it is decided now what becomes of a contract: its own, or a later version that reaches
 * contracts that are there already. Their receipts name both.
 */
export async function termsNow(
  db: Asker,
  record: DeviceRecord,
  contract: Contract,
  at: Temporal.Instant,
): Promise<Terms> {
  const facts = { at: at.toString(), device: deviceFacts(record), plan: planFacts(record, contract) };
  return await termsOf(db, contract.programme, contract.termsVersion, facts);
}
