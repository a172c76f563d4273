export {
  lines,
  type Message,
  MessageShape,
  type MessageSide,
  MOST_KEPT,
  MOST_TYPED,
  sideOfCaller,
  toMessage,
  WRITTEN_A_DAY,
  wayOf,
} from "./message.ts";
export {
  countMailed,
  countSeenPieces,
  markRead,
  messageByNo,
  messagesOfClaim,
  settleWaiting,
  type WaitingCase,
  waitingCases,
} from "./messageStore.ts";
export { NoteShape, toNote } from "./note.ts";
export { insertNote, notesOfClaim } from "./noteStore.ts";
export { refuse as refuseMessage } from "./refusals.ts";
export { type Written, writeMessage } from "./writeMessage.ts";
