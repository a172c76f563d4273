import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";
import { insertNote, lines, MOST_TYPED, NoteShape, refuseMessage, toNote } from "../messages/index.ts";

/** POST /v1/claims/{id}/notes: the bench writes down something for itself. No owner ever sees it. */
export const addNote = act({
  route: "POST /v1/claims/{id}/notes",
  permission: "note.keep",
  summary: "Notes something for the bench alone.",
  params: IdParams,
  body: shape({ text: lines(MOST_TYPED) }),
  reply: NoteShape,
  status: 201,
  run: async (tx, { id, text }, at) => {
    const { deviceId, no: claimNo } = await lockClaim(tx, id);
    const says = text.trim();
    if (says === "") {
      return refuseMessage("nothing_said");
    }
    const note = await insertNote(tx, deviceId, claimNo, tx.caller.id, says, at);
    tx.record(deviceId, [{ type: "NoteAdded", claimNo, noteNo: note.no }]);
    return accepted(toNote(note));
  },
});
