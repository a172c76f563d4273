import { termsOf } from "../catalogue/index.ts";
import type { Contract, DeviceRecord } from "../contracts/index.ts";
import type { Tx } from "../platform/index.ts";
import type { Terms } from "../terms/index.ts";

/** The terms a case is judged by: those of its contract, else of the newest. Without a contract none. */
export async function termsOfCase(
  tx: Tx,
  record: DeviceRecord,
  contract: Contract | undefined = record.contracts.at(-1),
): Promise<Terms | undefined> {
  return contract === undefined ? undefined : await termsOf(tx, contract.programme, contract.termsVersion);
}
