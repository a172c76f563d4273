import assert from "node:assert/strict";
import { Type } from "typebox";
import { codeOf, lockCode, type NamedCode, replaceCodes } from "../../contracts/index.ts";
import { chargesOf, salesOfCharge } from "../../money/index.ts";
import { accepted, act, IdParams, notFound, publicId, shape, type Tx } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { sightOf } from "../sight.ts";
import { lockSeenOrder } from "../store.ts";
import { decideReissueCode } from "./decideReissueCode.ts";

/**
 * POST /v1/codes/{id}/reissue: issues a lost code anew. The old one is out of use from then on; the new one
 * stands for its sale, ends on the same day, and is mailed to the buyer of the order. The reply has no
 * secret.
 */
export const reissueCode = act({
  route: "POST /v1/codes/{id}/reissue",
  permission: "code.reissue",
  summary: "Issues a lost code anew: the old one is out of use, the new one is mailed to the buyer",
  params: IdParams,
  reply: shape({
    id: Type.String(),
    order: Type.String(),
    lineNo: Type.Integer(),
    sku: Type.String(),
    last4: Type.String(),
    /** The last characters of the lost one. */
    was: Type.String(),
  }),
  async run(tx, { id }, at) {
    const { code, order } = await load(tx, id);
    const sale = await saleOfCode(tx, order.orderId, code.saleNo);

    const decision = decideReissueCode({ at, code, sale });

    if (decision.refused !== undefined) {
      return decision;
    }
    const [issued] = await replaceCodes(tx, [code.digest], decision.accepted);
    assert(issued !== undefined, "under its lock and that of its order a code is replaced once");
    const { lineNo, last4, was, sku } = issued;
    const codes = [{ lineNo, last4, was }];
    tx.record(order.orderId, [{ type: "CodeReissued", reason: decision.accepted, codes }]);
    return accepted({ id: issued.id, order: publicId("ord", order.orderId), lineNo, sku, last4, was });
  },
});

/** The code with its order, which is locked first. Errors: Problem 404 for one whose order is not seen. */
async function load(tx: Tx, id: string): Promise<{ readonly code: NamedCode; readonly order: Order }> {
  const found = await codeOf(tx, id);
  const order =
    found?.orderId == null ? undefined : await lockSeenOrder(tx, found.orderId, ...sightOf(tx.caller));
  // Read again under both locks: another may have issued it anew meanwhile, or used it.
  const code = order === undefined ? undefined : await lockCode(tx, id);
  if (code === undefined || order === undefined || code.orderId !== order.orderId || order.paidAt === null) {
    throw notFound("code");
  }
  return { code, order };
}

async function saleOfCode(
  tx: Tx,
  orderId: string,
  saleNo: number | null,
): Promise<{ readonly state: string; readonly isDisputed: boolean } | undefined> {
  const charge = (await chargesOf(tx, orderId)).at(-1);
  const sales = charge === undefined ? [] : await salesOfCharge(tx, orderId, charge.no);
  return sales.find(({ no }) => no === saleNo);
}
