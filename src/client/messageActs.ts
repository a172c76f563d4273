import type {
  addNote,
  assignMail,
  listMails,
  listMessages,
  listNotes,
  listWaiting,
  markMessagesRead,
  rejectMail,
  sendMessage,
  settleMessages,
  showMail,
} from "../claims/index.ts";
import type { listAlarms, listTexts, previewText, resetText, setText } from "../notices/index.ts";
import type { listClocks, listDeadlines, listPromises, setPromise } from "../service/index.ts";

/** What concerns messages, mails, texts, clocks and deadlines. */
export interface MessageActs {
  readonly listMessages: typeof listMessages;
  readonly sendMessage: typeof sendMessage;
  readonly markMessagesRead: typeof markMessagesRead;
  readonly settleMessages: typeof settleMessages;
  readonly listNotes: typeof listNotes;
  readonly addNote: typeof addNote;
  readonly listMails: typeof listMails;
  readonly showMail: typeof showMail;
  readonly assignMail: typeof assignMail;
  readonly rejectMail: typeof rejectMail;
  readonly listClocks: typeof listClocks;
  readonly listPromises: typeof listPromises;
  readonly setPromise: typeof setPromise;
  readonly listAlarms: typeof listAlarms;
  readonly listDeadlines: typeof listDeadlines;
  readonly listTexts: typeof listTexts;
  readonly previewText: typeof previewText;
  readonly setText: typeof setText;
  readonly resetText: typeof resetText;
  readonly listWaiting: typeof listWaiting;
}
