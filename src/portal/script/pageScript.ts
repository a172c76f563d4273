import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const parts = ["checkCharacters.js.txt", "portal.js"];

/** The check characters of a code come first, without their types; a test keeps that copy like its source. */
const text = parts.map((part) => readFileSync(new URL(`./${part}`, import.meta.url), "utf8")).join("\n");

/** The one script of the portal, served under the hash of its content. No page needs it. */
export const pageScript = {
  path: `/assets/portal.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.js`,
  text,
};
