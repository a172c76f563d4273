import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("./portal.js", import.meta.url), "utf8");

/** The one script of the portal, served under the hash of its content. No page needs it. */
export const pageScript = {
  path: `/assets/portal.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.js`,
  text,
};
