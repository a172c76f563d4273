import { wrongCursor } from "../platform/index.ts";

/** Where a page of a list ends: its sort instant and the keys behind it, as text for the next page. */
export function cursorAfter(at: Temporal.Instant, ...keys: (string | number)[]): string {
  return [at.epochNanoseconds, ...keys].join("-");
}

/** Reads it back; nulls for the first page. Errors: Problem 400. */
export function readCursor(text: string | undefined, keys: RegExp): [Temporal.Instant | null, ...string[]] {
  if (text === undefined) {
    return [null];
  }
  const [, at, rest = ""] = /^(\d{1,19})-(.+)$/.exec(text) ?? [];
  const found = keys.exec(rest);
  if (at === undefined || found === null) {
    throw wrongCursor();
  }
  return [Temporal.Instant.fromEpochNanoseconds(BigInt(at)), ...found.slice(1)];
}
