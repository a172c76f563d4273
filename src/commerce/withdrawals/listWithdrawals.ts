import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { sightOf } from "../sight.ts";
import { WithdrawalSchema, withdrawalStates, withdrawalView } from "./withdrawal.ts";
import { pageOfWithdrawals } from "./withdrawalStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/withdrawals: who withdrew from what, the newest first; those that wait with `state=told`. */
export const listWithdrawals = read({
  route: "GET /v1/withdrawals",
  permission: "order.read",
  summary: "Lists what buyers told of their withdrawal, the newest first.",
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...withdrawalStates])) }),
  reply: page(WithdrawalSchema),
  csv: true,
  async run(db, { after, limit = DEFAULT_LIMIT, state = null }) {
    const before = after === undefined ? undefined : readPublicId("wdr", after);
    if (after !== undefined && before?.no === undefined) {
      throw wrongCursor();
    }
    const behind = [before?.rootId ?? null, before?.no ?? null] as const;
    const found = await pageOfWithdrawals(db, ...sightOf(db.caller), state, ...behind, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(withdrawalView),
      nextCursor: found.length > limit && last !== undefined ? publicId("wdr", last.orderId, last.no) : null,
    };
  },
});
