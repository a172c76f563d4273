import {
  type Layers,
  type ReplayCase,
  type ReplayReport,
  type ReplayRow,
  replayTerms,
} from "../../terms/index.ts";
import { ChangedTable } from "./changedTable.ts";
import { exitCodes, InputProblem } from "./inputProblem.ts";
import { loadLayers, optionsOf } from "./loadTermsFile.ts";
import { readCases } from "./readCases.ts";
import { csvHead, csvLine, reportText, rowText } from "./replayText.ts";
import { say, writeOut } from "./writeOut.ts";

export interface ReplayFileOptions {
  readonly cases: string;
  readonly json?: boolean;
  readonly csv?: string;
}

/** What a shell takes for "ended by Ctrl-C". */
const interruptedCode = 130;

/**
 * `terms replay`: past cases under two versions. With `--json` a line for each case whose answer is another
 * one, with both receipts, and the report as the last line. 0 whatever came out, 5 when a document does not
 * load, 2 when a file cannot be read or written, or a case is none. Without a report nothing is proved, and
 * there is no table either.
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
  const inputs = [oldPath, newPath, options.cases];
  const table = options.csv === undefined ? undefined : await ChangedTable.open(options.csv, inputs);
  const run = new ReplayRun(options, table);
  const interrupt = (): void => run.interrupt();
  process.once("SIGINT", interrupt);
  try {
    await run.start(old, now);
  } catch (error) {
    throw run.stopped(error);
  } finally {
    process.off("SIGINT", interrupt);
  }
  return exitCodes.ok;
}

/** One replay, as far as it has come. */
class ReplayRun {
  readonly #options: ReplayFileOptions;
  readonly #table: ChangedTable | undefined;
  #read = 0;

  constructor(options: ReplayFileOptions, table: ChangedTable | undefined) {
    this.#options = options;
    this.#table = table;
  }

  async start(old: Layers, now: Layers): Promise<void> {
    await this.#table?.write(csvHead);
    const report = await this.#replay(old, now);
    if (report.cases === 0) {
      throw new InputProblem(
        `${this.#options.cases} has no case in it: write one a line, an object with decision and facts.`,
      );
    }
    await this.#table?.finish();
    await writeOut(this.#options.json === true ? `${JSON.stringify({ report })}\n` : reportText(report));
  }

  async #replay(old: Layers, now: Layers): Promise<ReplayReport> {
    const rows = replayTerms(old.base, now.base, this.#counted(), {
      before: optionsOf(old),
      after: optionsOf(now),
      onProgress: (done) => say(`${done} cases`),
    });
    for (;;) {
      const { done, value } = await rows.next();
      if (done) {
        return value;
      }
      await this.#write(value);
    }
  }

  async *#counted(): AsyncGenerator<ReplayCase> {
    for await (const each of readCases(this.#options.cases)) {
      this.#read += 1;
      yield each;
    }
  }

  async #write(row: ReplayRow): Promise<void> {
    await writeOut(this.#options.json === true ? `${JSON.stringify(row)}\n` : rowText(row));
    await this.#table?.write(csvLine(row));
  }

  /** The fault, with what it leaves where some cases were replayed already. */
  stopped(error: unknown): unknown {
    this.#table?.abandon();
    return error instanceof InputProblem && this.#read > 0
      ? new InputProblem(`${error.message} It stopped after ${this.#read} cases. ${this.#leftOver()}`)
      : error;
  }

  /** At once, for the next case may be long in coming from a pipe. */
  interrupt(): never {
    this.#table?.abandon();
    say(`Interrupted after ${this.#read} cases. ${this.#leftOver()} Run it again to the end.`);
    process.exit(interruptedCode);
  }

  #leftOver(): string {
    const { csv } = this.#options;
    return csv === undefined ? "There is no report." : `There is no report, and ${csv} was not written.`;
  }
}
