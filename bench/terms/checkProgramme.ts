import { readdir } from "node:fs/promises";
import { loadVersion } from "../../src/cli/terms/loadLayers.ts";
import { checkTerms } from "../../src/terms/index.ts";
import { processorMs } from "./measure.ts";

/** What reading and checking every document of a programme took. */
export interface CheckTime {
  readonly documents: number;
  readonly seconds: number;
}

/** Reads and checks every document of a programme as the check command does, with all that belongs to it. */
export async function checkProgramme(folder: string): Promise<CheckTime> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".terms.md"));
  const start = processorMs();
  for (const name of names) {
    const { document, siblings, findings } = await loadVersion(`${folder}/${name}`);
    if (document === undefined) {
      throw new Error(`${name} does not load: ${findings[0]?.message}`);
    }
    checkTerms(document, siblings);
  }
  return { documents: names.length, seconds: Number(((processorMs() - start) / 1000).toFixed(2)) };
}
