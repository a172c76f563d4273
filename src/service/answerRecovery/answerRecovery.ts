import { Type } from "typebox";
import { writeOffRecovery } from "../../money/index.ts";
import { accepted, act, badField, IdParams, line, Money, shape } from "../../platform/index.ts";
import {
  answerRow,
  lockRecovery,
  RECOVERY_ANSWER,
  RecoverySchema,
  recoveryView,
} from "../recoveries/index.ts";
import { refuse } from "../refusals.ts";
import { answers, decideAnswerRecovery } from "./decideAnswerRecovery.ts";

/** POST /v1/recoveries/{id}/answer: what the supplier says. What it does not accept is written off. */
export const answerRecovery = act({
  route: "POST /v1/recoveries/{id}/answer",
  permission: "recovery.answer",
  summary: "Takes down what a supplier says to a recovery: accepted, in part, refused, or never answered",
  params: IdParams,
  body: shape({
    answer: Type.Enum([...answers]),
    /** Of an answer in part: what is accepted. */
    amount: Type.Optional(Money),
    /** What the supplier calls it. */
    reference: Type.Optional(line(120)),
    /** Why it pays less; without it only what is accepted whole is answered. */
    reason: Type.Optional(line(500)),
  }),
  reply: RecoverySchema,
  dryRun: true,
  run: async (tx, { id, answer, amount, reference, reason }, at) => {
    const recovery = await lockRecovery(tx, id);
    const { deviceId, no, claimNo, supplier, currency } = recovery;
    if (amount !== undefined && amount.currency !== currency) {
      throw badField("/amount/currency", "currency", `This recovery is in ${currency}.`);
    }
    if (answer !== "accepted" && reason === undefined) {
      throw badField("/reason", "reason_missing", "Say why it pays less, or not at all.");
    }
    const decision = decideAnswerRecovery(recovery, { answer, minor: amount?.amount });
    if (decision.refused !== undefined) {
      return decision;
    }
    const { state, acceptedMinor, writtenOffMinor } = decision.accepted;
    const told = [reference ?? null, reason ?? null, at];
    if ((await answerRow(tx, deviceId, no, state, acceptedMinor, ...told)) === undefined) {
      return refuse("recovery_not_at_this_step");
    }
    await writeOffRecovery(tx, { ...recovery, rootId: deviceId, amountMinor: writtenOffMinor });
    tx.meet(deviceId, RECOVERY_ANSWER, String(no));
    const event = {
      type: "RecoveryAnswered",
      claimNo,
      recoveryNo: no,
      supplier,
      answer,
      reason: reason ?? null,
    };
    tx.record(deviceId, [{ ...event, accepted: { amount: acceptedMinor ?? 0, currency } }]);
    const answered = {
      state,
      acceptedMinor,
      answeredAt: at,
      reference: reference ?? null,
      reason: reason ?? null,
    };
    return accepted(recoveryView({ ...recovery, ...answered }));
  },
});
