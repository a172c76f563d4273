import { Type } from "typebox";
import {
  accepted,
  act,
  IdParams,
  Instant,
  line,
  newId,
  notFound,
  readPublicId,
  shape,
} from "../../../platform/index.ts";
import { lockedCentreOf } from "../../centres/index.ts";
import { refuse } from "../../refusals.ts";
import { insertBlock, takeForBlock } from "../benchStore.ts";
import { BlockSchema, blockView, timesOf } from "../block.ts";
import { judgeBlock } from "../judgeBlock.ts";

const QUARTER_MS = 900_000;

/** POST /v1/centres/{id}/blocks: a bench takes nobody for a time. Refused while somebody has it. */
export const blockBench = act({
  route: "POST /v1/centres/{id}/blocks",
  permission: "appointment.run",
  summary: "Blocks a bench for a time, if nobody has it then. Taken in whole quarters of an hour.",
  params: IdParams,
  body: shape({
    bench: Type.Integer({ minimum: 1, maximum: 200 }),
    from: Instant,
    to: Instant,
    reason: line(200),
  }),
  reply: BlockSchema,
  status: 201,
  run: async (tx, { id, bench, from, to, reason }, at) => {
    const centre = await lockedCentreOf(tx, readPublicId("cen", id)?.rootId ?? "");
    if (centre === undefined) {
      throw notFound("centre");
    }
    const { centreId, benches } = centre;
    const times = { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
    const decision = judgeBlock({ benches, bench, ...times, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    const { startsAt, endsAt } = decision.accepted;
    const blockId = newId(at);
    const block = await insertBlock(tx, blockId, centreId, bench, startsAt, endsAt, reason, at, tx.caller.id);
    const taken = await takeForBlock(tx, centreId, bench, startsAt, endsAt, blockId);
    const wanted = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / QUARTER_MS;
    if (taken !== wanted) {
      return refuse("bench_taken");
    }
    tx.record(centreId, [{ type: "BenchBlocked", blockId, bench, ...timesOf(block) }]);
    return accepted(blockView(block));
  },
});
