import { accepted, act, IdParams, notFound, readPublicId } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { blockOf, liftBlockRow } from "../benchStore.ts";
import { BlockSchema, blockView } from "../block.ts";

/** POST /v1/blocks/{id}/lifting: the bench takes people again. */
export const liftBlock = act({
  route: "POST /v1/blocks/{id}/lifting",
  permission: "appointment.run",
  summary: "Lifts a block: its time can be booked again.",
  params: IdParams,
  reply: BlockSchema,
  run: async (tx, { id }, at) => {
    const blockId = readPublicId("blk", id)?.rootId ?? "";
    const lifted = await liftBlockRow(tx, blockId, at);
    if (lifted !== undefined) {
      return accepted(blockView(lifted));
    }
    if ((await blockOf(tx, blockId)) === undefined) {
      throw notFound("block");
    }
    return refuse("block_lifted");
  },
});
