import { accepted, act, IdParams, line, notFound, readPublicId, shape } from "../../platform/index.ts";
import { MailShape, mailById, refuseMail, rejectRow, toMail } from "../mailIn/index.ts";

/** POST /v1/mails/{id}/rejection: a person says that a mail is not for us, and why. It stays where it is. */
export const rejectMail = act({
  route: "POST /v1/mails/{id}/rejection",
  permission: "mail.keep",
  summary: "Says that a mail is not for us, with the reason. It is kept, and can be put into a case later.",
  params: IdParams,
  body: shape({ reason: line(200) }),
  reply: MailShape,
  run: async (tx, { id, reason }, at) => {
    const { rootId: mailId } = readPublicId("mal", id) ?? {};
    if (mailId === undefined || (await mailById(tx, mailId)) === undefined) {
      throw notFound("mail");
    }
    const row = await rejectRow(tx, mailId, reason, tx.caller.id, at);
    return row === undefined ? refuseMail("mail_settled") : accepted(toMail(row));
  },
});
