import type { Job } from "../platform/index.ts";
import { assignMail } from "./assignMail/assignMail.ts";
import { listMails } from "./listMails.ts";
import { rejectMail } from "./rejectMail/rejectMail.ts";
import { showMail } from "./showMail.ts";
import { mailReactions, takeMail } from "./takeMail.ts";

/** What mails that come in add to the module. */
export const ofMail = {
  routes: [listMails, showMail, assignMail, rejectMail],
  jobs: [takeMail as unknown as Job<never>],
  reactions: mailReactions,
} as const;
