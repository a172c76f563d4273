import { Type } from "typebox";
import { accepted, act, IdParams, notFound, readPublicId, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";
import { assignRow, MailShape, mailById, refuseMail, toMail } from "../mailIn/index.ts";
import { takeMail } from "../takeMail.ts";

/** POST /v1/mails/{id}/assignment: a person says which case a mail is of. */
export const assignMail = act({
  route: "POST /v1/mails/{id}/assignment",
  permission: "mail.keep",
  summary: "Puts a mail that waits, or was set aside, into a case, with its files.",
  params: IdParams,
  body: shape({ claimId: Type.String({ minLength: 1, maxLength: 80 }) }),
  reply: MailShape,
  status: 202,
  run: async (tx, { id, claimId }) => {
    const { rootId: mailId } = readPublicId("mal", id) ?? {};
    const claim = await lockClaim(tx, claimId);
    if (mailId === undefined || (await mailById(tx, mailId)) === undefined) {
      throw notFound("mail");
    }
    const row = await assignRow(tx, mailId, claim.deviceId, claim.no, tx.caller.id);
    if (row === undefined) {
      return refuseMail("mail_in_a_case");
    }
    tx.record(claim.deviceId, [{ type: "MailAssigned", claimNo: claim.no, mailId: id }]);
    tx.enqueue(takeMail, { mailId });
    return accepted(toMail(row));
  },
});
