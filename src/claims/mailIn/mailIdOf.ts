import { createHash } from "node:crypto";
import { crockford } from "./crockford.ts";

/** What the sender wrote; what servers on the way add differs with every try. */
const WRITTEN: ReadonlySet<string> = new Set([
  "message-id",
  "from",
  "to",
  "cc",
  "date",
  "subject",
  "content-type",
]);

/**
 * The id of a mail, made from what its sender wrote: sent twice, or taken twice by a server that tries again,
 * it has the same. Two mails that share a Message-ID and nothing else have two.
 */
export function mailIdOf(raw: Buffer): string {
  const text = raw.toString("latin1");
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length);
  const body = end === null ? "" : text.slice(end.index + end[0].length);
  const fields = head
    .replaceAll(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .flatMap((line) => {
      const name = line
        .slice(0, Math.max(0, line.indexOf(":")))
        .trim()
        .toLowerCase();
      const value = line
        .slice(line.indexOf(":") + 1)
        .replaceAll(/\s+/g, " ")
        .trim();
      return WRITTEN.has(name) ? [`${name}:${value}`] : [];
    });
  const digest = createHash("sha256")
    .update(fields.toSorted().join("\n"), "latin1")
    .update("\n\n")
    .update(body.replaceAll("\r\n", "\n").trimEnd(), "latin1")
    .digest();
  return crockford(digest).slice(0, 26);
}
