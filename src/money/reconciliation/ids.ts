import { createHash } from "node:crypto";

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id of 26 characters made of what it names: the same thing has the same id, however often it comes. */
export function digestId(...parts: readonly (string | number)[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest();
  return Array.from(digest.subarray(0, 26), (byte) => LETTERS[byte & 31]).join("");
}

/** The id of a line of theirs. */
export function lineIdOf(kind: string, party: string, entry: string, theirId: string): string {
  return digestId("report line", kind, party, entry, theirId);
}
