import { Type } from "typebox";
import { IdParams, Money, notFound, publicId, read, readPublicId, shape } from "../../platform/index.ts";
import { DisputeSchema, disputeOf, disputeView } from "../disputes/index.ts";
import { salesOfCharge } from "../refunds/index.ts";

/** GET /v1/disputes/{id}: a dispute with the plans its payment was for. */
export const showDispute = read({
  route: "GET /v1/disputes/{id}",
  permission: "dispute.read",
  summary: "Shows a dispute with the plans its payment was for",
  params: IdParams,
  reply: shape({
    dispute: DisputeSchema,
    /** Each plan that was paid for, and the contract it became; null while its code is unused. */
    plans: Type.Array(
      shape({
        sale: Type.String(),
        programme: Type.String(),
        region: Type.String(),
        net: Money,
        state: Type.String(),
        contract: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  async run(db, { id }) {
    const key = readPublicId("dsp", id);
    const dispute = key?.no === undefined ? undefined : await disputeOf(db, key.rootId, key.no);
    if (dispute === undefined) {
      throw notFound("dispute");
    }
    const sales = await salesOfCharge(db, dispute.rootId, dispute.chargeNo);
    return {
      dispute: disputeView(dispute),
      plans: sales.map(({ rootId, no, programme, region, netMinor, currency, state, contractId }) => ({
        ...{ sale: publicId("sal", rootId, no), programme, region, state, contract: contractId },
        net: { amount: netMinor, currency },
      })),
    };
  },
});
