import { openResellerAccount } from "../../../money/index.ts";
import { accepted, act, newId, shape, type Tx } from "../../../platform/index.ts";
import { demandContract } from "../demandContract.ts";
import { ContractBody, type ContractGiven, type Reseller } from "../reseller.ts";
import { insertReseller } from "../resellerStore.ts";
import { ResellerWithAccount, withAccount } from "../showReseller.ts";

/** POST /v1/resellers: puts down what a reseller agreed to, and opens its account. */
export const addReseller = act({
  route: "POST /v1/resellers",
  permission: "reseller.keep",
  summary: "Adds a reseller with its contract: prices, regions, currency, credit, invoices, hours.",
  body: shape(ContractBody),
  reply: ResellerWithAccount,
  status: 201,
  dryRun: true,
  async run(tx, given) {
    const reseller = await saveNewReseller(tx, await demandContract(tx, given));
    return accepted(await withAccount(tx, tx.platform, reseller));
  },
});

/** Writes a contract that can be kept, with its account and its event. */
export async function saveNewReseller(tx: Tx, given: ContractGiven): Promise<Reseller> {
  const resellerId = newId(tx.at);
  const { currency, creditMinor, invoiceDays = null, deliveryHours, regions, customerGroup } = given;
  const [reseller] = await Promise.all([
    insertReseller(
      tx,
      ...[resellerId, given.name, given.email, given.country, given.vatId ?? null, customerGroup, regions],
      ...[currency, creditMinor, invoiceDays],
      ...[deliveryHours === undefined ? null : JSON.stringify(deliveryHours)],
      ...[given.beginsOn, given.endsOn ?? null, tx.at],
    ),
    openResellerAccount(tx, { resellerId, currency, creditMinor, invoiceDays }),
  ]);
  tx.record(resellerId, [
    { type: "ResellerAdded", customerGroup, regions, currency, creditMinor, invoiceDays },
  ]);
  return reseller;
}
