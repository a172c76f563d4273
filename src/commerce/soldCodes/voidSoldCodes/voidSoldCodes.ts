import { Type } from "typebox";
import { codeIdOf, digestsNamed, lockCodesOfAll, type OrderedCode } from "../../../contracts/index.ts";
import { RefundSchema, refundView } from "../../../money/index.ts";
import { accepted, act, line, shape, type Tx } from "../../../platform/index.ts";
import { creditCodes } from "../../creditCodes.ts";
import { refuse } from "../../refusals.ts";
import { sightOf } from "../../sight.ts";
import { lockOrders } from "../../store.ts";
import type { SoldCode } from "../soldCode.ts";
import { namedSoldCodes } from "../soldCodeStore.ts";
import { decideVoidSoldCodes } from "./decideVoidSoldCodes.ts";

/**
 * POST /v1/codes/void: takes unused codes of a reseller's out of use and credits what it paid for them,
 * in one
 * transaction. A code that is used or void by now is left and told; refused when none is left to take.
 */
export const voidSoldCodes = act({
  route: "POST /v1/codes/void",
  permission: "sold_code.void",
  summary: "Takes unused codes of a reseller out of use and credits them",
  body: shape({
    ids: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 1_000 }),
    reason: line(200),
  }),
  reply: shape({
    voided: Type.Array(Type.String()),
    left: Type.Array(shape({ id: Type.String(), why: Type.Enum(["used", "void", "expired", "not_there"]) })),
    refunds: Type.Array(RefundSchema),
  }),
  dryRun: true,
  async run(tx, { ids, reason }) {
    const { named, locked } = await lockNamed(tx, ids);
    const { take, left } = decideVoidSoldCodes(ids, named);
    if (take.length === 0) {
      return refuse("nothing_to_return");
    }
    const refunds = [];
    const wanted = new Set(take.map(({ digest }) => digest.toString("hex")));
    const chosenOf = Map.groupBy(
      locked.filter(({ digest }) => wanted.has(digest.toString("hex"))),
      ({ orderId }) => orderId,
    );
    for (const [orderId, chosen] of chosenOf) {
      const credited = await creditCodes(tx, orderId, chosen, { reason });
      if (credited.refused !== undefined) {
        return credited;
      }
      refunds.push(...(credited.accepted === null ? [] : [refundView(credited.accepted)]));
    }
    return accepted({ voided: take.map(({ digest }) => codeIdOf(digest)), left: [...left], refunds });
  },
});

interface Named {
  /** By name; those of orders that no reseller placed are not there. */
  readonly named: ReadonlyMap<string, SoldCode>;
  /** All codes of their orders. */
  readonly locked: readonly (OrderedCode & { readonly orderId: string })[];
}

/** The codes that were named, as they are once their orders and they are locked. */
async function lockNamed(tx: Tx, ids: readonly string[]): Promise<Named> {
  const named = ids.flatMap((id) => digestsNamed(id) ?? []);
  const bounds = [named.map(({ first }) => first), named.map(({ last }) => last)] as const;
  const sight = sightOf(tx.caller);
  const seen = (await namedSoldCodes(tx, ...sight, ...bounds)).filter(
    ({ resellerId }) => resellerId !== null,
  );
  if (seen.length === 0) {
    return { named: new Map(), locked: [] };
  }
  const orderIds = [...new Set(seen.map((code) => code.orderId))];
  const [, locked, now] = await Promise.all([
    lockOrders(tx, orderIds),
    lockCodesOfAll(tx, orderIds),
    // Read again: somebody may have used one while we waited for its lock.
    namedSoldCodes(tx, ...sight, ...bounds),
  ]);
  const byName = now.flatMap(({ resellerId, ...code }) =>
    resellerId === null ? [] : [[codeIdOf(code.digest), code] as const],
  );
  return { named: new Map(byName), locked };
}
