import { termsOf } from "../catalogue/index.ts";
import type { DeviceRecord } from "../contracts/index.ts";
import type { Tx } from "../platform/index.ts";
import type { Terms } from "../terms/index.ts";

/** The terms a device's case is judged by: those of its newest contract. A device without one has none. */
export async function termsOfDevice(tx: Tx, record: DeviceRecord): Promise<Terms | undefined> {
  const contract = record.contracts.at(-1);
  return contract === undefined ? undefined : await termsOf(tx, contract.programme, contract.termsVersion);
}
