import { Type } from "typebox";
import { refundId } from "../../money/index.ts";
import { accepted, act, IdParams, notFound, shape } from "../../platform/index.ts";
import { delaysOf, giveUpPieces, saveChoice } from "../delays/index.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { lockOrder, lockSeenOrder } from "../store.ts";
import { decideAnswerDelay } from "./decideAnswerDelay.ts";

const Reply = shape({
  order: Type.String(),
  choice: Type.Enum(["wait", "cancel"]),
  /** What is paid back because of it. */
  refunds: Type.Array(Type.String()),
});

/** POST /v1/orders/{id}/delay: waits for what is late, or cancels it and gets its money back. */
export const answerDelay = act({
  route: "POST /v1/orders/{id}/delay",
  permission: "order.answer_delay",
  summary: "Says whether to wait for late goods or to cancel them; what is cancelled is paid back",
  params: IdParams,
  body: shape({ choice: Type.Enum(["wait", "cancel"]) }),
  reply: Reply,
  async run(tx, { id, choice }) {
    const seen = await lockSeenOrder(tx, orderIdOf(id), ...sightOf(tx.caller));
    if (seen === undefined) {
      throw notFound("order");
    }
    const { orderId } = seen;
    const decision = decideAnswerDelay(await delaysOf(tx, orderId), choice);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { delays } = decision.accepted;
    const nos = delays.map(({ no }) => no);
    const refunds: string[] = [];
    for (const delay of choice === "cancel" ? delays : []) {
      const order = (await lockOrder(tx, orderId)) ?? seen;
      const refund = await giveUpPieces(tx, order, delay);
      refunds.push(...(refund === undefined ? [] : [refundId(refund)]));
    }
    if (nos.length > 0) {
      const state = choice === "cancel" ? "cancelled" : "waits";
      await saveChoice(tx, orderId, nos, state, tx.at, tx.caller.id);
      tx.record(orderId, [{ type: "DelayAnswered", choice, delays: nos, refunds }]);
    }
    return accepted({ order: id, choice, refunds });
  },
});
