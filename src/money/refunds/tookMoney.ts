import type { Queryable } from "../../platform/index.ts";
import { capturedHold } from "./capturedHoldStore.ts";
import type { Refund } from "./refund.ts";
import { paidCharge } from "./refundStore.ts";

/** Who took the money that a refund pays back, and what they call it. Null where nobody did for us. */
export interface TookMoney {
  readonly provider: string | null;
  readonly providerRef: string | null;
}

const NOBODY: TookMoney = { provider: null, providerRef: null };

/** Who took the money that a refund pays back: of a charge, or of a hold that was captured. */
export async function tookMoney(
  db: Queryable,
  { rootId, chargeNo, holdNo }: Pick<Refund, "rootId" | "chargeNo" | "holdNo">,
): Promise<TookMoney> {
  if (holdNo !== null) {
    return (await capturedHold(db, rootId, holdNo)) ?? NOBODY;
  }
  return chargeNo === null ? NOBODY : ((await paidCharge(db, rootId, chargeNo)) ?? NOBODY);
}
