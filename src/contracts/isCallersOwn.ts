import { readPublicId, type Tx } from "../platform/index.ts";
import type { Code } from "./code.ts";
import { contractOfEmail } from "./contractStore.ts";

/** Whether a used code is the caller's own: the contract it became is held by the address of his session. */
export async function isCallersOwn(tx: Tx, code: Code | undefined): Promise<boolean> {
  const { email } = tx.caller;
  const became = readPublicId("ctr", code?.redeemedBy ?? "");
  if (email === undefined || became?.no === undefined) {
    return false;
  }
  return (await contractOfEmail(tx, became.rootId, became.no, email)) !== undefined;
}
