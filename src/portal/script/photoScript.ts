import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("./photos.js", import.meta.url), "utf8");

/** What makes photos smaller and sends them on; loaded by the page of photos alone. */
export const photoScript = {
  path: `/assets/photos.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.js`,
  text,
};
