import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { type Layers, type ReplayReport, type ReplayRow, replayTerms } from "../../terms/index.ts";
import { exitCodes } from "./inputProblem.ts";
import { loadLayers, optionsOf } from "./loadTermsFile.ts";
import { readCases } from "./readCases.ts";
import { fileProblem } from "./readInput.ts";
import { csvHead, csvLine, reportText, rowText } from "./replayText.ts";
import { say, writeOut } from "./writeOut.ts";

export interface ReplayFileOptions {
  readonly cases: string;
  readonly json?: boolean;
  readonly csv?: string;
}

/**
 * `terms replay`: past cases under two versions. With `--json` a line for each case whose answer is another
 * one, with both receipts, and the report as the last line. 0 whatever came out, 5 when a document does not
 * load, 2 when a file cannot be read.
 */
export async function replayFiles(
  oldPath: string,
  newPath: string,
  options: ReplayFileOptions,
): Promise<number> {
  const old = await loadLayers(oldPath);
  const now = await loadLayers(newPath);
  if (old === undefined || now === undefined) {
    return exitCodes.refused;
  }
  const csv = options.csv === undefined ? undefined : await openCsv(options.csv);
  const report = await replayTo(old, now, options, csv);
  csv?.end();
  await (csv && finished(csv));
  await writeOut(options.json === true ? `${JSON.stringify({ report })}\n` : reportText(report));
  return exitCodes.ok;
}

async function replayTo(
  old: Layers,
  now: Layers,
  options: ReplayFileOptions,
  csv: WriteStream | undefined,
): Promise<ReplayReport> {
  const rows = replayTerms(old.base, now.base, readCases(options.cases), {
    before: optionsOf(old),
    after: optionsOf(now),
    onProgress: (done) => say(`${done} cases`),
  });
  for (;;) {
    const { done, value } = await rows.next();
    if (done) {
      return value;
    }
    await writeRow(value, options, csv);
  }
}

async function writeRow(
  row: ReplayRow,
  options: ReplayFileOptions,
  csv: WriteStream | undefined,
): Promise<void> {
  await writeOut(options.json === true ? `${JSON.stringify(row)}\n` : rowText(row));
  if (csv !== undefined && !csv.write(csvLine(row))) {
    await once(csv, "drain");
  }
}

async function openCsv(path: string): Promise<WriteStream> {
  const file = createWriteStream(path);
  try {
    await once(file, "open");
  } catch (error) {
    throw fileProblem(path, error);
  }
  file.write(csvHead);
  return file;
}
