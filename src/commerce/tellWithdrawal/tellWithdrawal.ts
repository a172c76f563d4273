import { Type } from "typebox";
import { accepted, act, IdParams, notFound, publicId, shape } from "../../platform/index.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { lockSeenOrder } from "../store.ts";
import { insertWithdrawal, WithdrawalSchema, withdrawalsOf, withdrawalView } from "../withdrawals/index.ts";
import { decideTellWithdrawal } from "./decideTellWithdrawal.ts";

/**
 * POST /v1/orders/{id}/withdrawal: the buyer withdraws from an order, or from some of its lines. It is kept
 * with its moment and acknowledged by a letter, whatever follows: unused codes are given back by the return,
 * goods that are still here by the cancellation, and what has left is answered by a person.
 */
export const tellWithdrawal = act({
  route: "POST /v1/orders/{id}/withdrawal",
  permission: "order.return",
  summary: "Keeps that the buyer withdraws, with day and hour, and acknowledges it.",
  params: IdParams,
  body: shape({
    /** The numbers of lines; without it all from which one may withdraw. */
    lines: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), { minItems: 1, maxItems: 100 }),
    ),
  }),
  reply: WithdrawalSchema,
  status: 201,
  dryRun: true,
  async run(tx, { id, lines: wanted }, at) {
    const order = await lockSeenOrder(tx, orderIdOf(id), ...sightOf(tx.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const told = await withdrawalsOf(tx, order.orderId);

    const decision = decideTellWithdrawal({ at, order, told, wanted });

    if (decision.refused !== undefined) {
      return decision;
    }
    const lines = decision.accepted;
    const no = told.length + 1;
    const { orderId } = order;
    await insertWithdrawal(tx, orderId, no, JSON.stringify(lines), at, tx.caller.id);
    const withdrawal = publicId("wdr", orderId, no);
    tx.record(orderId, [{ type: "WithdrawalTold", withdrawal, no, lines }]);
    return accepted(
      withdrawalView({ orderId, no, lines, saidAt: at, state: "told", answeredAt: null, answer: null }),
    );
  },
});
