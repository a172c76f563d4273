import type { UnitPrice } from "../catalogue/index.ts";
import { type Charge, createCharge } from "../money/index.ts";
import type { Tx } from "../platform/index.ts";
import type { RenewalAllowed } from "./allowRenewal.ts";
import type { Contract } from "./contract.ts";
import { insertRenewal } from "./renewalStore.ts";
import { renewalLine } from "./renewalTax.ts";

/**
 * Makes the charge of a renewal the terms allow, taxed in its holder's country, and keeps what was allowed
 * until it is paid.
 */
export async function chargeRenewal(
  tx: Tx,
  contract: Contract,
  { product, price: amount, receipt }: RenewalAllowed,
  { price, country }: { readonly price: UnitPrice | undefined; readonly country: string | undefined },
): Promise<Charge> {
  const { deviceId, no: contractNo } = contract;
  const line = await renewalLine(tx, contract, product, price ?? { net: amount, gross: amount }, country);
  const about = { purpose: "renewal", subjectNo: contractNo } as const;
  const charge = await createCharge(tx, deviceId, { ...about, amount, lines: [line] });
  const chargeNo = charge.no;
  const kept = JSON.stringify(receipt);
  await insertRenewal(tx, deviceId, contractNo, chargeNo, product, kept, tx.at, country ?? null);
  tx.record(deviceId, [{ type: "RenewalRequested", contractNo, chargeNo, product, amount }]);
  return charge;
}
