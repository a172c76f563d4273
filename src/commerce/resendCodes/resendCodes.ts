import { Type } from "typebox";
import { codeIdOf, sealedCodesOf } from "../../contracts/index.ts";
import { createPerson } from "../../identity/index.ts";
import {
  accepted,
  act,
  badField,
  Email,
  IdParams,
  line,
  notFound,
  Problem,
  shape,
  type Tx,
} from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { lockSeenOrder, resentSince } from "../store.ts";
import { decideResendCodes } from "./decideResendCodes.ts";

/**
 * POST /v1/orders/{id}/codes/resend: mails unused codes again, to the buyer of the order; a reseller also to
 * whom it sold them. Each time is an event of the order that has neither a code nor an address in it, and an
 * order has five a day.
 */
export const resendCodes = act({
  route: "POST /v1/orders/{id}/codes/resend",
  permission: "code.resend",
  summary: "Mails unused codes of an order again. Every time is logged; five a day",
  params: IdParams,
  body: shape({
    /** The codes that are meant, by their ids; without it all that are unused. */
    codes: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 1_000 })),
    /** Whom a reseller sold them to; without it the buyer of the order. */
    to: Type.Optional(shape({ name: line(200), email: Email })),
  }),
  reply: shape({ count: Type.Integer(), to: Type.Enum(["buyer", "customer"]) }),
  async run(tx, { id, codes: wanted, to }) {
    if (to !== undefined && tx.caller.role !== "reseller") {
      throw badField("/to", "buyer_only", "Only a reseller sends codes to somebody else than their buyer.");
    }
    const order = await lockSeenOrder(tx, orderIdOf(id), ...sightOf(tx.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    const sealed = await sealedCodesOf(tx, order.orderId);
    const codes = sealed.map(({ digest, state }) => ({ id: codeIdOf(digest), state }));

    const decision = decideResendCodes({ codes, wanted });

    if (decision.refused !== undefined) {
      return decision;
    }
    await demandFewer(tx, order.orderId);
    await save(tx, order, decision.accepted, to);
    return accepted({
      count: decision.accepted.length,
      to: to === undefined ? ("buyer" as const) : ("customer" as const),
    });
  },
});

/** How often the codes of one order are mailed again in a day. */
const A_DAY = 5;
const DAY = { hours: 24 };

/** Errors: Problem 429. The order is locked, so that those who ask at once are counted one by one. */
async function demandFewer(tx: Tx, orderId: string): Promise<void> {
  const { count, first } = await resentSince(tx, orderId, tx.at.subtract(DAY));
  if (count >= A_DAY && first !== null) {
    const retryAfterSeconds = Math.ceil(first.add(DAY).since(tx.at).total("seconds"));
    const says = `The codes of this order were sent ${A_DAY} times today. They are on its page, too.`;
    throw new Problem(429, "too_many_tries", says, { retryAfterSeconds });
  }
}

/** The address is kept as a person, and the event names that person alone. */
async function save(
  tx: Tx,
  { orderId, country }: Order,
  codes: readonly string[],
  to: { readonly name: string; readonly email: string } | undefined,
): Promise<void> {
  const personId = to === undefined ? null : await createPerson(tx, { ...to, country });
  tx.record(orderId, [{ type: "CodesResent", count: codes.length, codes, personId }]);
}
