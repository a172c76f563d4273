import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const file = fileURLToPath(new URL("../../../dist/portal/terms.js", import.meta.url));

/**
 * The terms engine for pages that decide while something is filled in, under the hash of its content.
 * Undefined where it was not built: then the server alone decides.
 */
export const engineScript = existsSync(file) ? scriptOf(readFileSync(file)) : undefined;

function scriptOf(text: Buffer) {
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { path: `/assets/terms.${digest}.js`, text, gzipped: gzipSync(text, { level: 9 }) };
}
