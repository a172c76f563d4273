import { type Static, Type } from "typebox";
import {
  Instant,
  outsideType,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../platform/index.ts";
import { type UndeliveredLetter, undeliveredLetters } from "./store.ts";

/** A letter that could not be sent. Its id is that of the event it was to tell of. */
const LetterShape = shape({
  id: Type.String(),
  /** The event, as GET /v1/events names it. */
  about: Type.String(),
  template: Type.String(),
  /** When what it tells of happened, and when it was given up. */
  at: Instant,
  gaveUpAt: Instant,
});
type LetterShape = Static<typeof LetterShape>;

const DEFAULT_LIMIT = 50;

/** GET /v1/letters: the letters that could not be sent and wait for a person. */
export const listLetters = read({
  route: "GET /v1/letters",
  permission: "letter.read",
  summary: "Lists the letters that could not be sent in most of a day of tries.",
  query: shape(PageQuery),
  reply: page(LetterShape),
  async run(db, { after, limit = DEFAULT_LIMIT }) {
    const { rootId, no } = after === undefined ? { rootId: "", no: 0 } : demandCursor(after);
    const found = await undeliveredLetters(db, rootId, no, limit + 1);
    const letters = found.slice(0, limit).map(letterView);
    return { data: letters, nextCursor: found.length > limit ? (letters.at(-1)?.id ?? null) : null };
  },
});

function demandCursor(text: string): { readonly rootId: string; readonly no: number } {
  const read = readPublicId("evt", text);
  if (read?.no === undefined) {
    throw wrongCursor();
  }
  return { rootId: read.rootId, no: read.no };
}

function letterView({ rootId, seq, template, type, at, gaveUpAt }: UndeliveredLetter): LetterShape {
  return {
    id: publicId("evt", rootId, seq),
    about: outsideType(type),
    template,
    at: at.toString(),
    gaveUpAt: gaveUpAt.toString(),
  };
}
