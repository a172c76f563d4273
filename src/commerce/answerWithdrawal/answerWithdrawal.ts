import { accepted, act, IdParams, line, notFound, readPublicId, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { lockOrder } from "../store.ts";
import { answerTold, WithdrawalSchema, withdrawalsOf, withdrawalView } from "../withdrawals/index.ts";

/** POST /v1/withdrawals/{id}/answer: somebody here says what became of it: what came back, what was paid. */
export const answerWithdrawal = act({
  route: "POST /v1/withdrawals/{id}/answer",
  permission: "withdrawal.answer",
  summary: "Says what became of a withdrawal.",
  params: IdParams,
  body: shape({ answer: line(500) }),
  reply: WithdrawalSchema,
  async run(tx, { id, answer }, at) {
    const read = readPublicId("wdr", id);
    const order = read?.no === undefined ? undefined : await lockOrder(tx, read.rootId);
    const told = order && (await withdrawalsOf(tx, order.orderId)).find(({ no }) => no === read?.no);
    if (order === undefined || told === undefined) {
      throw notFound("withdrawal");
    }
    const answered = await answerTold(tx, order.orderId, told.no, at, tx.caller.id, answer);
    if (answered === undefined) {
      return refuse("withdrawal_answered");
    }
    tx.record(order.orderId, [{ type: "WithdrawalAnswered", no: told.no, answer }]);
    return accepted(withdrawalView(answered));
  },
});
