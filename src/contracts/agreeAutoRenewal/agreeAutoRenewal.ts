import { createHash } from "node:crypto";
import { Type } from "typebox";
import { termsOf } from "../../catalogue/index.ts";
import { methods } from "../../money/index.ts";
import { accepted, act, badField, IdParams, Money, shape } from "../../platform/index.ts";
import { followingProduct } from "../allowRenewal.ts";
import { AUTO_RENEWAL_WORDING, AutoRenewalShape } from "../autoRenewal.ts";
import { insertAutoRenewal } from "../autoRenewalStore.ts";
import { lockContract } from "../demandContract.ts";
import { refuse } from "../refusals.ts";
import { renewalPrice } from "../renewalPrice.ts";
import { decideAgreeAutoRenewal } from "./decideAgreeAutoRenewal.ts";

const WORDING_DIGEST = createHash("sha256").update(AUTO_RENEWAL_WORDING).digest("hex");

/**
 * POST /v1/contracts/{id}/auto-renewal: the holder agrees that the plan renews by itself, where its terms
 * have that.
 */
export const agreeAutoRenewal = act({
  route: "POST /v1/contracts/{id}/auto-renewal",
  permission: "contract.renew",
  summary: "Keeps the holder's consent that the plan renews by itself",
  params: IdParams,
  body: shape({
    method: Type.String({ minLength: 1, maxLength: 60 }),
    /** The price that was shown. */
    price: Money,
    agrees: Type.Literal(true),
  }),
  reply: AutoRenewalShape,
  status: 201,
  dryRun: true,
  async run(tx, { id, method, price: seen }, at) {
    const { record, contract } = await lockContract(tx, id);
    if (!methods(tx.platform).includes(method)) {
      throw badField("/method", "unknown_method", `Pay by one of: ${methods(tx.platform).join(", ")}.`);
    }
    const terms = await termsOf(tx, contract.programme, contract.termsVersion);
    const product = followingProduct(terms, undefined);
    const price = (await renewalPrice(tx, contract, product, record.device.model))?.gross;

    const decision = decideAgreeAutoRenewal({ record, contract, terms, price, seen });

    if (decision.refused !== undefined) {
      return decision;
    }
    const { deviceId, no, holderId } = contract;
    const kept = await insertAutoRenewal(
      tx,
      ...[
        deviceId,
        no,
        holderId,
        method,
        product,
        seen.amount,
        seen.currency,
        WORDING_DIGEST,
        tx.caller.id,
        at,
      ],
    );
    if (kept === undefined) {
      return refuse("renews_itself_already");
    }
    tx.record(deviceId, [{ type: "AutoRenewalAgreed", contractNo: no, product, price: seen, method }]);
    return accepted({
      method,
      product: product ?? "",
      price: seen,
      agreedAt: at.toString(),
      chargesAt: null,
    });
  },
});
