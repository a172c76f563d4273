import { taxBetween, taxRateOf, type UnitPrice } from "../catalogue/index.ts";
import { personOf } from "../identity/index.ts";
import { type Charge, type ChargeLine, createCharge } from "../money/index.ts";
import type { Tx } from "../platform/index.ts";
import type { RenewalAllowed } from "./allowRenewal.ts";
import type { Contract } from "./contract.ts";
import { insertRenewal } from "./renewalStore.ts";

/** Makes the charge of a renewal the terms allow, and keeps what was allowed until it is paid. */
export async function chargeRenewal(
  tx: Tx,
  contract: Contract,
  { product, price: amount, receipt }: RenewalAllowed,
  price: UnitPrice | undefined,
): Promise<Charge> {
  const { deviceId, no: contractNo } = contract;
  const line = await chargeLine(tx, contract, product, price?.net.amount ?? amount.amount, amount.amount);
  const about = { purpose: "renewal", subjectNo: contractNo } as const;
  const charge = await createCharge(tx, deviceId, { ...about, amount, lines: [line] });
  const chargeNo = charge.no;
  await insertRenewal(tx, deviceId, contractNo, chargeNo, product, JSON.stringify(receipt), tx.at);
  tx.record(deviceId, [{ type: "RenewalRequested", contractNo, chargeNo, product, amount }]);
  return charge;
}

/** One plan; the country of its holder, where we know it, names the kind of tax. */
async function chargeLine(
  tx: Tx,
  { programme, region, holderId }: Contract,
  plan: string,
  netMinor: number,
  grossMinor: number,
): Promise<ChargeLine> {
  const country = (await personOf(tx, holderId))?.country;
  const taxed = taxBetween(netMinor, grossMinor, await taxRateOf(tx, country, tx.at));
  return { kind: "plan", programme, region, plan, quantity: 1, ...taxed };
}
