import { stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { importFile, supplierNamed } from "../../catalogue/index.ts";
import { type Platform, StartupProblem } from "../../platform/index.ts";
import { type DataOptions, withDataOptions } from "../withDatabase.ts";
import { withPlatform } from "../withPlatform.ts";
import { progressLine } from "./progressLine.ts";

interface ImportOptions extends DataOptions {
  readonly supplier: string;
  readonly format?: "csv" | "ndjson";
  readonly check?: boolean;
}

/** Adds `evermend catalogue import`. It works beside a running server or without one. */
export function registerCatalogueCommands(program: Command): void {
  const catalogue = program.command("catalogue").description("Fills the shelf from suppliers' files");
  withDataOptions(catalogue.command("import <file>"))
    .description("Reads a supplier's file into the shelf; cut off, the same command goes on where it came")
    .requiredOption("--supplier <name>", "whose file it is, by its short name")
    .addOption(
      new Option("--format <format>", "how it is written, where its name does not say").choices([
        "csv",
        "ndjson",
      ]),
    )
    .option("--check", "read and judge everything, write nothing to the shelf")
    .action(importIt);
}

async function importIt(file: string, options: ImportOptions): Promise<void> {
  const { supplier, check: isCheck = false, json } = options;
  const size = await sizeOf(file);
  if (size === 0) {
    throw new StartupProblem(`${file} is empty: its first line names the columns, then come the rows.`, {
      exitCode: 5,
    });
  }
  const format = options.format ?? (/\.(nd)?jsonl?$/i.test(file) ? "ndjson" : "csv");
  const line = progressLine();
  const run = await withPlatform(options, async (platform) => {
    await demandSupplier(platform, supplier);
    const seen = (done: number, total: number) => line.tell(done, total);
    return await importFile(platform, { file, supplier, format, isCheck, seen });
  });
  line.end();
  if (run === undefined) {
    throw new StartupProblem("Another file of this supplier is being read; wait until it is done.", {
      exitCode: 1,
    });
  }
  if (run.state === "failed") {
    throw new StartupProblem(`${file} cannot be read. ${run.failure}`, { exitCode: 5 });
  }
  const { rowsNew, rowsChanged, rowsSame, rowsRefused } = run;
  const rows = { new: rowsNew, changed: rowsChanged, same: rowsSame, refused: rowsRefused };
  console.log(
    json === true ? JSON.stringify({ id: `imp_${run.importId}`, state: run.state, rows }) : told(rows),
  );
  if (rowsRefused > 0) {
    console.error(`What is wrong with which row: GET /v1/imports/imp_${run.importId}/refusals?format=csv`);
    process.exitCode = 5;
  }
}

function told(rows: Readonly<Record<"new" | "changed" | "same" | "refused", number>>): string {
  return `${rows.new} new, ${rows.changed} changed, ${rows.same} the same, ${rows.refused} refused.`;
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    throw new StartupProblem(`There is no file ${file} that can be read.`, { exitCode: 2 });
  }
}

async function demandSupplier({ database }: Platform, supplier: string): Promise<void> {
  if ((await supplierNamed(database, supplier)) === undefined) {
    const next = "add it first: the console's suppliers, or POST /v1/suppliers";
    throw new StartupProblem(`There is no supplier ${supplier}; ${next}.`, { exitCode: 5 });
  }
}
