import { Type } from "typebox";
import {
  accepted,
  act,
  badField,
  IdParams,
  lockRoot,
  notFound,
  readPublicId,
  shape,
} from "../../platform/index.ts";
import { allocateCredit, CreditSchema, creditOf, creditView } from "../bank/index.ts";
import { chargeOf } from "../store.ts";

/** POST /v1/bank-credits/{id}/assignment: a person says which charge money is for that named none. */
export const assignCredit = act({
  route: "POST /v1/bank-credits/{id}/assignment",
  permission: "bank_credit.book",
  summary: "Gives money that named no charge to the one it is for",
  params: IdParams,
  body: shape({ chargeId: Type.String({ maxLength: 60 }) }),
  reply: CreditSchema,
  dryRun: true,
  async run(tx, { id, chargeId }) {
    const creditId = readPublicId("crd", id);
    const credit = creditId && (await creditOf(tx, creditId.rootId));
    if (credit === undefined) {
      throw notFound("bank credit");
    }
    const { rootId, no } = readPublicId("chg", chargeId) ?? {};
    if (rootId === undefined || no === undefined || !(await lockRoot(tx, rootId))) {
      throw badField("/chargeId", "unknown_charge", "There is no such charge.");
    }
    if ((await chargeOf(tx, rootId, no)) === undefined) {
      throw badField("/chargeId", "unknown_charge", "There is no such charge.");
    }
    const decision = await allocateCredit(tx, credit, { rootId, chargeNo: no });
    return decision.refused === undefined ? accepted(creditView(decision.accepted)) : decision;
  },
});
