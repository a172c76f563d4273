import { lockRoot, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { chargeOfPayment } from "./disputeStore.ts";
import { type DisputeTold, noteDispute } from "./noteDispute.ts";

/** What a provider tells of a dispute: of which of its payments, and how it stands there. */
export interface ProviderDispute extends Omit<DisputeTold, "rootId" | "chargeNo"> {
  /** The provider's reference of the payment. */
  readonly of: string;
}

/**
 * Notes what a provider tells of a dispute, in a transaction of its own. False: the payment is none of
 * ours.
 */
export async function noteProviderDispute(platform: Platform, told: ProviderDispute): Promise<boolean> {
  const { of, ...dispute } = told;
  const charge = await chargeOfPayment(platform.database, told.provider, of);
  if (charge === undefined) {
    return false;
  }
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, charge.rootId);
    await noteDispute(tx, { ...dispute, ...charge });
  });
  return true;
}
