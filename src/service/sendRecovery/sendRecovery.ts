import { supplierNamed } from "../../catalogue/index.ts";
import { endOfDays, lockCase } from "../../claims/index.ts";
import { createPerson } from "../../identity/index.ts";
import { bookRecovery } from "../../money/index.ts";
import { accepted, act, failPoint, IdParams, publicId } from "../../platform/index.ts";
import {
  lockRecovery,
  RECOVERY_ANSWER,
  RECOVERY_DUE,
  RECOVERY_WARNS,
  RecoverySchema,
  recoveryPack,
  recoveryView,
  sendRow,
} from "../recoveries/index.ts";
import { refuse } from "../refusals.ts";
import { decideSendRecovery } from "./decideSendRecovery.ts";

/**
 * POST /v1/recoveries/{id}/sending: writes its pack and books it, in one transaction. The supplier's mail
 * follows from the event of that transaction: nothing is outside that is not in our books.
 */
export const sendRecovery = act({
  route: "POST /v1/recoveries/{id}/sending",
  permission: "recovery.send",
  summary: "Sends a recovery to its supplier, with its evidence as JSON; from then on the supplier owes it",
  params: IdParams,
  reply: RecoverySchema,
  run: async (tx, { id }, at) => {
    const recovery = await lockRecovery(tx, id);
    const decision = decideSendRecovery(recovery, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { deviceId, no, claimNo, supplier, answerDays, zone } = recovery;
    const [locked, found] = await Promise.all([
      lockCase(tx, publicId("clm", deviceId, claimNo)),
      supplierNamed(tx, supplier),
    ]);
    const contactId = found?.email ? await createPerson(tx, { name: found.name, email: found.email }) : null;
    const pack = recoveryPack(recovery, locked, at);
    const answerDueAt = endOfDays(at, answerDays, zone);
    const sent = await sendRow(tx, deviceId, no, JSON.stringify(pack), at, answerDueAt, contactId);
    if (sent === undefined) {
      return refuse("recovery_not_at_this_step");
    }
    await bookRecovery(tx, { ...recovery, rootId: deviceId });
    failPoint(tx.platform, "recovery_sent");
    tx.meet(deviceId, RECOVERY_DUE, String(no));
    tx.meet(deviceId, RECOVERY_WARNS, String(no));
    tx.schedule(deviceId, RECOVERY_ANSWER, String(no), answerDueAt);
    tx.record(deviceId, [
      { type: "RecoverySent", claimNo, recoveryNo: no, supplier, byMail: contactId !== null },
    ]);
    return accepted(recoveryView({ ...recovery, state: "sent", sentAt: at, answerDueAt }));
  },
});
