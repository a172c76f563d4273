import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const parts = [
  "base",
  "frame",
  "facts",
  "forms",
  "tables",
  "shop",
  "cart",
  "case",
  "photos",
  "strip",
  "receipt",
  "ribbon",
  "media",
];

const css = parts.map((part) => readFileSync(new URL(`./${part}.css`, import.meta.url), "utf8")).join("\n");

/** Takes out comments and needless white space; the rules themselves stay as they were written. */
export function pack(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};]) ?/g, "$1")
    .trim();
}

const packed = pack(css);

/** The one style sheet of the portal. Its name holds a hash of its content, so it may be kept for ever. */
export const styleSheet = {
  path: `/assets/portal.${createHash("sha256").update(packed).digest("hex").slice(0, 12)}.css`,
  text: packed,
};
