import { codeLooksRight, normaliseSerial } from "../../contracts/index.ts";

/** An id as people see it, taken apart. */
export interface TypedId {
  readonly prefix: string;
  readonly rootId: string;
  /** Left out for what is not numbered within a root. */
  readonly no: number | undefined;
}

/** All that a text may be. What it cannot be is left out, and is not looked for. */
export interface Typed {
  /** Ids in it; only those are looked for then. */
  readonly id?: TypedId;
  /** A serial, or its beginning or end. */
  readonly serial?: string;
  /** Serials that are one slip of a finger away; none of a short one. */
  readonly alike: readonly string[];
  /** A whole plan code. */
  readonly code?: string;
  /** The last four characters of one. */
  readonly last4?: string;
  /** A number of a parcel or an order, or the name of a place, in upper case. */
  readonly number: string;
  /** A whole e-mail address. */
  readonly email?: string;
  /** Words of a name or an address, three letters and longer, three of them at most. */
  readonly words: readonly string[];
}

/** A serial of which a slip can be told from another serial. */
const SHORTEST_ALIKE = 8;
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a scanner may put before what it read: the kind of the barcode, as in `]C1` (AIM). */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;

/** Reads what somebody typed or scanned into a search. Pure. */
export function readTyped(text: string): Typed {
  const typed = text.trim().replace(SYMBOLOGY, "").replace(/\s+/g, " ");
  const number = typed.toUpperCase();
  const found =
    /(?:^|[^a-z0-9])([a-z]{3})_([0-9a-hjkmnp-tv-z]{26})(?:_([1-9][0-9]{0,8}))?(?![0-9a-z_])/i.exec(typed);
  if (found !== null) {
    const [, prefix = "", rootId = "", no] = found;
    const id = { prefix: prefix.toLowerCase(), rootId: rootId.toLowerCase() };
    return { id: { ...id, no: no === undefined ? undefined : Number(no) }, alike: [], number, words: [] };
  }
  const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) ? typed.toLowerCase() : undefined;
  const serial = email === undefined ? serialIn(typed) : undefined;
  const code = codeLooksRight(typed) ? typed : undefined;
  const last4 = /^[0-9a-z]{4}$/i.test(typed) ? number : undefined;
  return {
    ...(serial === undefined ? {} : { serial }),
    alike: serial === undefined || code !== undefined ? [] : alikeTo(serial),
    ...(code === undefined ? {} : { code }),
    ...(last4 === undefined ? {} : { last4 }),
    number,
    ...(email === undefined ? {} : { email }),
    words: email === undefined ? wordsIn(typed) : [],
  };
}

/** A serial, or a piece of one that is long enough to say something. */
function serialIn(typed: string): string | undefined {
  const serial = normaliseSerial(typed);
  return /^[A-Z0-9]{4,40}$/.test(serial) ? serial : undefined;
}

/** Words of which one can be looked for: a name has letters, and a wildcard is none. */
function wordsIn(typed: string): readonly string[] {
  const words = typed
    .split(" ")
    .filter((word) => word.length >= 3 && /^[\p{L}\p{M}\p{N}.@'’+_-]+$/u.test(word));
  return /\p{L}/u.test(typed) ? words.slice(0, 3) : [];
}

/**
 * Every serial that becomes this one by one slip: a character changed, left out, doubled or put in, or two
 * neighbours that changed places.
 */
export function alikeTo(serial: string): readonly string[] {
  if (serial.length < SHORTEST_ALIKE) {
    return [];
  }
  const alike = new Set<string>();
  for (let at = 0; at <= serial.length; at += 1) {
    const [before, after] = [serial.slice(0, at), serial.slice(at)];
    const rest = after.slice(1);
    for (const letter of ALPHABET) {
      alike.add(before + letter + after);
      alike.add(before + letter + rest);
    }
    alike.add(before + rest);
    alike.add(before + rest.slice(0, 1) + after.slice(0, 1) + rest.slice(1));
  }
  alike.delete(serial);
  return [...alike];
}
