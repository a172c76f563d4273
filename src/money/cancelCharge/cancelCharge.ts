import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import type { Charge } from "../charge.ts";
import { refuse } from "../refusals.ts";
import { giveUpCharge } from "../store.ts";
import { decideCancelCharge } from "./decideCancelCharge.ts";

/** Gives up an open charge of a root the caller has locked. */
export async function cancelCharge(tx: Tx, charge: Charge): Promise<Decision<Charge>> {
  const decision = decideCancelCharge(charge);
  if (decision.refused !== undefined) {
    return decision;
  }
  const given = await giveUpCharge(tx, charge.rootId, charge.no, tx.at);
  tx.record(charge.rootId, [decision.accepted]);
  return given === undefined
    ? refuse("payment_underway")
    : accepted({ ...charge, state: "cancelled", closedAt: tx.at });
}
