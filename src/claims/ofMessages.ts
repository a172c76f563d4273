import { addNote } from "./addNote/addNote.ts";
import { listMessages } from "./listMessages.ts";
import { listNotes } from "./listNotes.ts";
import { listWaiting } from "./listWaiting.ts";
import { markMessagesRead } from "./markMessagesRead/markMessagesRead.ts";
import { sendMessage } from "./sendMessage/sendMessage.ts";
import { settleMessages } from "./settleMessages/settleMessages.ts";

/** What messages add to the module: their routes. */
export const ofMessages = {
  routes: [listMessages, sendMessage, markMessagesRead, settleMessages, listNotes, addNote, listWaiting],
} as const;
