import { Type } from "typebox";
import { changeResellerAccount } from "../../../money/index.ts";
import { accepted, act, badField, IdParams, shape } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { demandContract } from "../demandContract.ts";
import { judgeEdit } from "../judgeEdit.ts";
import { ContractBody } from "../reseller.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { saveReseller } from "../resellerStore.ts";
import { ResellerWithAccount, withAccount } from "../showReseller.ts";

/** PUT /v1/resellers/{id}: what a reseller agreed to, anew and whole, over the version that was read. */
export const editReseller = act({
  route: "PUT /v1/resellers/{id}",
  permission: "reseller.keep",
  summary: "Changes a reseller's contract, over the version that was read.",
  params: IdParams,
  body: shape({ ...ContractBody, version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
  reply: ResellerWithAccount,
  dryRun: true,
  async run(tx, { id, version, ...given }) {
    const reseller = await lockResellerInSight(tx, id);
    const contract = await demandContract(tx, given);
    if (contract.currency !== reseller.currency) {
      const says = `Its account is in ${reseller.currency}. Add a reseller of its own for another currency.`;
      throw badField("/currency", "currency", says);
    }

    const decision = judgeEdit(reseller, version);

    if (decision.refused !== undefined) {
      return decision;
    }
    const { resellerId } = reseller;
    const { creditMinor, invoiceDays = null, deliveryHours, regions, customerGroup, currency } = contract;
    if (!(await changeResellerAccount(tx, { resellerId, currency, creditMinor, invoiceDays }))) {
      return refuse("credit_in_use");
    }
    const saved = await saveReseller(
      tx,
      ...[resellerId, version, contract.name, contract.email, contract.country, contract.vatId ?? null],
      ...[customerGroup, regions, creditMinor, invoiceDays],
      ...[deliveryHours === undefined ? null : JSON.stringify(deliveryHours)],
      ...[contract.beginsOn, contract.endsOn ?? null],
    );
    if (saved === undefined) {
      return refuse("changed_meanwhile");
    }
    const terms = { customerGroup, regions, currency, creditMinor, invoiceDays };
    tx.record(resellerId, [{ type: "ResellerChanged", version: saved.version, ...terms }]);
    return accepted(await withAccount(tx, tx.platform, saved));
  },
});
