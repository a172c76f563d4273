import { Argument, type Command, Option } from "commander";
import { type Decision, decisions } from "../../terms/index.ts";
import { checkFiles } from "./checkFiles.ts";
import { type DecideOptions, decideCase } from "./decideCase.ts";
import { diffFiles } from "./diffFiles.ts";
import { InputProblem } from "./inputProblem.ts";
import { type PrintOptions, printTerms } from "./printTerms.ts";
import { type ReplayFileOptions, replayFiles } from "./replayFiles.ts";
import { type TestFileOptions, testFiles } from "./testFiles.ts";
import { endQuietlyWithReader, say } from "./writeOut.ts";

/**
 * Adds `terms check`, `test`, `diff`, `replay` and `print`, and `decide` to a program. Each sets
 * `process.exitCode` and returns; a wrong command line throws a CommanderError, for which the program answers
 * with 2.
 */
export function registerTermsCommands(program: Command): void {
  const terms = program
    .command("terms")
    .description("terms documents: check, test, compare, print")
    .exitOverride();
  const files = "terms documents, such as programmes/dji-care-refresh/seeds.terms.md";
  terms
    .command("check")
    .description("report every mistake of the documents; ends with 0 when there is none, 5 when there is one")
    .argument("<file...>", files)
    .option("--json", "the findings as one JSON object")
    .action((paths: string[], options: { json?: boolean }) => ended(() => checkFiles(paths, options)));
  terms
    .command("test")
    .description("run the examples of the documents; ends with 0 when all hold, 5 when some do not")
    .argument("<file...>", files)
    .option("--json", "what each example came to as one JSON object")
    .option("--propose", "print the examples that are missing, ready to paste")
    .action((paths: string[], options: TestFileOptions) => ended(() => testFiles(paths, options)));
  registerComparisons(terms);
  terms
    .command("print")
    .description("print the customer's text, figures filled in; as text, a web page or a PDF")
    .argument("<file>", "a terms document")
    .addOption(new Option("--html", "as a web page").conflicts("pdf"))
    .addOption(new Option("--pdf", "as a PDF, to standard output"))
    .action((path: string, options: PrintOptions) => ended(() => printTerms(path, options)));
  registerDecide(program);
}

function registerComparisons(terms: Command): void {
  terms
    .command("diff")
    .description(
      "what differs between two versions: the text, the data, and the answers with an example each",
    )
    .argument("<old>", "the older version")
    .argument("<new>", "the newer version")
    .option("--json", "the three layers as one JSON object")
    .action((old: string, now: string, options: { json?: boolean }) =>
      ended(() => diffFiles(old, now, options)),
    );
  terms
    .command("replay")
    .description("decide past cases under two versions: which answers change, for whom, by which edit")
    .argument("<old>", "the older version")
    .argument("<new>", "the newer version")
    .requiredOption("--cases <file>", "past cases, one JSON object a line: decision and facts")
    .option("--json", "a line for each changed case, with both receipts; the report as the last line")
    .option("--csv <file>", "the changed cases as a table as well")
    .action((old: string, now: string, options: ReplayFileOptions) =>
      ended(() => replayFiles(old, now, options)),
    );
}

function registerDecide(program: Command): void {
  program
    .command("decide")
    .exitOverride()
    .description(
      "decide a case by a terms document and print the receipt; a refusal ends with 0 like any answer",
    )
    .addArgument(new Argument("<decision>", "what is asked").choices(decisions))
    .requiredOption("--terms <file>", "the terms document")
    .option("--facts <file>", "the facts of one case, YAML or JSON; - reads standard input")
    .option("--cases <file>", "many cases, one JSON object a line; prints one receipt a line, in order")
    .option("--at <instant>", "the instant of the decision; otherwise the case's own, otherwise now")
    .option("--json", "the receipt as JSON")
    .action((decision: Decision, options: DecideOptions) => ended(() => decideCase(decision, options)));
}

/**
 * Runs a command to its exit code. What it was given wrongly is one sentence; anything else is a bug and
 * stays one.
 */
async function ended(run: () => Promise<number>): Promise<void> {
  endQuietlyWithReader();
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof InputProblem)) {
      throw error;
    }
    say(error.message);
    process.exitCode = error.exitCode;
  }
}
