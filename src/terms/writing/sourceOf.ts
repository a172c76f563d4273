import type { Plain } from "../compiling/plain.ts";
import { parseInstant } from "../time/civil.ts";
import { pathOf } from "./paths.ts";

/**
 * An expression that is true where a test surely holds, of the case `c` and the spare variables `v` and `w`.
 * Undefined where it reads a fact that only its own reader can read. Words of the document become string
 * literals, and nothing else of it becomes source.
 */
export function sourceOf(plain: Plain): string | undefined {
  if (plain.kind === "some") {
    const each = plain.of.map(sourceOf).filter((source) => source !== undefined);
    return each.length === 0 ? undefined : each.map((source) => `(${source})`).join(" || ");
  }
  const path = pathOf(plain.fact);
  if (path === undefined) {
    return undefined;
  }
  switch (plain.kind) {
    case "answer":
      return `${path} === ${plain.isYes}`;
    case "word":
      return plain.isAmong
        ? `(v = ${path}, ${isSome(plain.words)})`
        : `(v = ${path}, typeof v === "string" && ${isNone(["unknown", ...plain.words])})`;
    case "same": {
      const other = pathOf(plain.as);
      const isTold = `typeof v === "string" && ${isNone(["unknown", "none", "never"])}`;
      return other && `(v = ${path}, w = ${other}, v === w && ${isTold})`;
    }
    case "in-period":
      return `isPlainlyWithin(${path}, c.plan.startsAt, c.plan.endsAt)`;
  }
}

const isSome = (words: readonly string[]): string =>
  words.length === 0 ? "false" : words.map((word) => `v === ${literal(word)}`).join(" || ");

const isNone = (words: readonly string[]): string =>
  words.map((word) => `v !== ${literal(word)}`).join(" && ");

/** Every character that is no plain letter, digit or dash is escaped. */
const literal = (word: string): string =>
  `"${word.replace(/[^a-zA-Z0-9-]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;

/** Whether three instants are told as such, and the first is in the period of the other two. */
export function isPlainlyWithin(told: unknown, start: unknown, end: unknown): boolean {
  if (typeof told !== "string" || typeof start !== "string" || typeof end !== "string") {
    return false;
  }
  const ms = parseInstant(told) ?? Number.NaN;
  return ms >= (parseInstant(start) ?? Number.NaN) && ms < (parseInstant(end) ?? Number.NaN);
}
