import { Type } from "typebox";
import {
  accepted,
  act,
  badField,
  Instant,
  line,
  lockRoot,
  Money,
  notFound,
  readPublicId,
  shape,
} from "../../platform/index.ts";
import {
  DisputeSchema,
  disputeNamed,
  disputeView,
  mayOpenDispute,
  noteDispute,
  otherDisputes,
} from "../disputes/index.ts";
import { paidCharge } from "../refunds/index.ts";

/** POST /v1/disputes: notes a dispute that its provider told a person of. Told twice, it is noted once. */
export const openDispute = act({
  route: "POST /v1/disputes",
  permission: "dispute.answer",
  summary: "Notes that a card holder's bank has taken a payment back",
  body: shape({
    charge: Type.String({ maxLength: 80 }),
    amount: Money,
    reason: line(200),
    /** What the provider calls it. */
    providerRef: line(120),
    /** Until when the bank takes evidence. */
    answerBy: Type.Optional(Instant),
  }),
  reply: DisputeSchema,
  status: 201,
  async run(tx, { charge: id, amount, reason, providerRef, answerBy }) {
    const key = readPublicId("chg", id);
    const isThere = key?.no !== undefined && (await lockRoot(tx, key.rootId));
    const charge = isThere ? await paidCharge(tx, key.rootId, key.no) : undefined;
    if (key?.no === undefined || charge === undefined) {
      throw notFound("charge");
    }
    if (amount.currency !== charge.currency) {
      throw badField("/amount/currency", "currency_mismatch", `The charge was paid in ${charge.currency}.`);
    }

    if (amount.amount === 0) {
      throw badField("/amount/amount", "nothing_asked", "Say how much was taken back: at least 1.");
    }
    const provider = charge.provider ?? "none";
    const known = await disputeNamed(tx, key.rootId, provider, providerRef);
    if (known !== undefined && (known.chargeNo !== key.no || known.amountMinor !== amount.amount)) {
      const says = "A dispute of this name was noted of another charge or amount. Look at both there.";
      throw badField("/providerRef", "provider_ref_reused", says);
    }
    const others = await otherDisputes(tx, key.rootId, key.no, providerRef);

    const decision = mayOpenDispute(charge, amount.amount, others.amountMinor);

    if (decision.refused !== undefined) {
      return decision;
    }
    const dispute = await noteDispute(tx, {
      ...{ rootId: key.rootId, chargeNo: key.no, provider, providerRef },
      ...{ state: "opened", amountMinor: amount.amount, currency: amount.currency, feeMinor: 0, reason },
      answerBy: answerBy === undefined ? null : Temporal.Instant.from(answerBy),
    });
    return accepted(disputeView(dispute));
  },
});
