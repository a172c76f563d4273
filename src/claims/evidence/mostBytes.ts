import type { FileKind } from "../../platform/index.ts";

const MEGABYTE = 1024 ** 2;

/** The types of files we take, by what they are said to be when they are sent. */
export const kindOfType: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ["image/jpeg", "photo"],
  ["image/png", "photo"],
  ["image/webp", "photo"],
  ["video/mp4", "video"],
  ["video/quicktime", "video"],
  ["video/webm", "video"],
  ["text/plain", "log"],
  ["text/csv", "log"],
  ["application/zip", "log"],
  ["application/pdf", "document"],
]);

/** How large one file may be. */
export const mostBytes: Readonly<Record<FileKind, number>> = {
  photo: 20 * MEGABYTE,
  video: 300 * MEGABYTE,
  log: 50 * MEGABYTE,
  document: 20 * MEGABYTE,
};

/** What one case holds, not counting what was refused or withdrawn. */
export const MOST_ITEMS = 60;
export const MOST_CASE_BYTES = 1024 * MEGABYTE;

/** How many pieces one owner adds in a day, refused ones counted too. */
export const ADDED_A_DAY = { name: "evidence_added", tries: 120, seconds: 86_400 } as const;

/** An upload that stands still is given up after this. */
export const LAPSES_AFTER = { hours: 24 } as const;

/** The deadline of an upload that stands still. Its key is `<claim>/<piece>`. */
export const EVIDENCE_LAPSES = "evidence_lapses";
