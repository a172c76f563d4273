import { Type } from "typebox";
import { normalEmail, personIdsOf } from "../identity/index.ts";
import { IdParams, notFound, read, readPublicId, shape } from "../platform/index.ts";
import { claimId } from "./claim.ts";
import { MailShape, mailById, openClaimsOfEmail, readMailApart, toMail } from "./mailIn/index.ts";
import { mailReturns } from "./mailReturns.ts";
import { openMail } from "./takeMail.ts";

/** GET /v1/mails/{id}: what a mail says, its files by name, and the cases it may be of. */
export const showMail = read({
  route: "GET /v1/mails/{id}",
  permission: "mail.keep",
  summary:
    "What a mail says, and the open cases of whoever is known by its sender's address: a hint, no proof.",
  params: IdParams,
  reply: shape({
    mail: MailShape,
    text: Type.String(),
    files: Type.Array(shape({ name: Type.String(), type: Type.String(), bytes: Type.Integer() })),
    /** Who writes need not be who they say. */
    maybe: Type.Array(shape({ claimId: Type.String(), serial: Type.String() })),
  }),
  run: async (db, { id }) => {
    const { rootId } = readPublicId("mal", id) ?? {};
    const row = rootId === undefined ? undefined : await mailById(db, rootId);
    if (row === undefined) {
      throw notFound("mail");
    }
    const mail = await readMailApart(await openMail(db.platform, row.mailId));
    const email = row.sender === null ? undefined : normalEmail(row.sender);
    const persons = email === undefined ? [] : await personIdsOf(db, email);
    const [open, returns] = await Promise.all([openClaimsOfEmail(db, persons), mailReturns(db, [row])]);
    return {
      mail: toMail(row, returns.get(row.deviceId)),
      text: mail?.text ?? "",
      files: (mail?.files ?? []).map(({ name, type, bytes }) => ({ name, type, bytes: bytes.length })),
      maybe: open.map(({ deviceId, no, serial }) => ({ claimId: claimId({ deviceId, no }), serial })),
    };
  },
});
