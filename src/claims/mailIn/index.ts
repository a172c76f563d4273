export { judgeMail, MAILED_A_DAY, type MailOutcome, mailOutcomes } from "./judgeMail.ts";
export { mailIdOf } from "./mailIdOf.ts";
export type { MailRead } from "./mailRead.ts";
export {
  assignRow,
  countDrafted,
  describeMail,
  draftMail,
  forgottenMails,
  insertMail,
  listMailRows,
  type MailRow,
  mailById,
  mailStates,
  openClaimsOfEmail,
  rawOfMail,
  rejectRow,
  releaseDrafted,
  settleMail,
  takeDrafted,
} from "./mailStore.ts";
export { MailShape, toMail } from "./mailView.ts";
export { readMailApart } from "./readMailApart.ts";
export { refuse as refuseMail } from "./refusals.ts";
export { claimOfAddress, replyAddressOf } from "./replyAddress.ts";
export { ANSWER_ABOVE } from "./trimQuoted.ts";
