import { type Static, Type } from "typebox";
import { Instant, shape } from "../../platform/index.ts";
import type { Note } from "./noteStore.ts";

/** A note of the bench as the bench sees it. */
export const NoteShape = shape({
  no: Type.Integer(),
  author: Type.String(),
  text: Type.String(),
  at: Instant,
});
export type NoteShape = Static<typeof NoteShape>;

/** The outside form of a note. */
export function toNote({ no, authorId, text, at }: Note): NoteShape {
  return { no, author: authorId, text, at: at.toString() };
}
