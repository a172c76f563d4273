import { Type } from "typebox";
import { accepted, act, IdParams, lockRoot, notFound, readPublicId, shape } from "../../platform/index.ts";
import { DisputeSchema, disputeOf, disputeView, mayEndDispute, noteDispute } from "../disputes/index.ts";
import { MOST_MOVED_MINOR } from "../toldLine.ts";

/** POST /v1/disputes/{id}/outcome: notes how the bank decided, and what the provider keeps for it. */
export const endDispute = act({
  route: "POST /v1/disputes/{id}/outcome",
  permission: "dispute.answer",
  summary: "Notes how a dispute ended: the plan goes on, or is given up for it",
  params: IdParams,
  body: shape({
    outcome: Type.Union([Type.Literal("won"), Type.Literal("lost")]),
    /** What the provider keeps, in minor units of the charge's currency. */
    feeMinor: Type.Optional(Type.Integer({ minimum: 0, maximum: MOST_MOVED_MINOR })),
  }),
  reply: DisputeSchema,
  async run(tx, { id, outcome, feeMinor = 0 }) {
    const key = readPublicId("dsp", id);
    const isThere = key?.no !== undefined && (await lockRoot(tx, key.rootId));
    const dispute = isThere ? await disputeOf(tx, key.rootId, key.no) : undefined;
    if (dispute === undefined) {
      throw notFound("dispute");
    }

    const decision = mayEndDispute(dispute, outcome);

    return decision.refused === undefined
      ? accepted(disputeView(await noteDispute(tx, { ...dispute, state: outcome, feeMinor })))
      : decision;
  },
});
