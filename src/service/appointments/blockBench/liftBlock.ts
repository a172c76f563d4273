import { accepted, act, IdParams, notFound, readPublicId } from "../../../platform/index.ts";
import { lockedCentreOf } from "../../centres/index.ts";
import { refuse } from "../../refusals.ts";
import { blockOf, liftBlockRow } from "../benchStore.ts";
import { BlockSchema, blockView, timesOf } from "../block.ts";

/** POST /v1/blocks/{id}/lifting: the bench takes people again. */
export const liftBlock = act({
  route: "POST /v1/blocks/{id}/lifting",
  permission: "appointment.run",
  summary: "Lifts a block: its time can be booked again.",
  params: IdParams,
  reply: BlockSchema,
  run: async (tx, { id }, at) => {
    const blockId = readPublicId("blk", id)?.rootId ?? "";
    const block = await blockOf(tx, blockId);
    if (block === undefined) {
      throw notFound("block");
    }
    const { centreId, bench } = block;
    await lockedCentreOf(tx, centreId);
    const lifted = await liftBlockRow(tx, blockId, at);
    if (lifted === undefined) {
      return refuse("block_lifted");
    }
    tx.record(centreId, [{ type: "BenchUnblocked", blockId, bench, ...timesOf(lifted) }]);
    return accepted(blockView(lifted));
  },
});
