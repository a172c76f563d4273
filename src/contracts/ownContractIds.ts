import { publicId, type ReadContext } from "../platform/index.ts";
import { contractsOfEmail } from "./contractStore.ts";

/** The public ids of the contracts that the caller holds. */
export async function ownContractIds(db: ReadContext): Promise<readonly string[]> {
  const { email } = db.caller;
  const held = email === undefined ? [] : await contractsOfEmail(db, email);
  return held.map(({ deviceId, no }) => publicId("ctr", deviceId, no));
}
