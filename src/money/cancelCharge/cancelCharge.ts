import { accepted, type Decision, type DomainEvent, type Tx } from "../../platform/index.ts";
import { giveUpTransfer } from "../bank/index.ts";
import type { Charge } from "../charge.ts";
import { refuse } from "../refusals.ts";
import { chargeOf, giveUpCharge } from "../store.ts";
import { chargeCancelled, decideCancelCharge } from "./decideCancelCharge.ts";

/**
 * Gives up an open charge of a root the caller has locked. The guard of the one statement decides; only a
 * charge that it spares is read, to say why.
 */
export async function cancelCharge(
  tx: Tx,
  charge: Pick<Charge, "rootId" | "no" | "purpose" | "subjectNo">,
): Promise<Decision<DomainEvent>> {
  const { rootId, no } = charge;
  if ((await giveUpCharge(tx, rootId, no, tx.at)) === undefined) {
    const spared = await chargeOf(tx, rootId, no);
    if (spared !== undefined && (await giveUpTransfer(tx, spared))) {
      return await cancelCharge(tx, charge);
    }
    const decision = spared === undefined ? undefined : decideCancelCharge(spared);
    return decision?.refused === undefined ? refuse("payment_underway") : decision;
  }
  const cancelled = chargeCancelled(charge);
  tx.record(rootId, [cancelled]);
  return accepted(cancelled);
}
