import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { movie } from "./hostileFiles.ts";

/** The path of a film on this disk, as a phone keeps one. */
export async function filmFile(): Promise<string> {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), "evermend-clips-")), "MOV_1.mp4");
  await writeFile(file, movie());
  return file;
}
