import { type ExampleResult, type Finding, readTerms, testTerms } from "../../terms/index.ts";
import { counted, findingText } from "./findingText.ts";
import { exitCodes, InputProblem } from "./inputProblem.ts";
import { readInput, termsDocument } from "./readInput.ts";
import { say, writeOut } from "./writeOut.ts";

interface FileReport {
  readonly file: string;
  readonly examples: number;
  readonly failed: readonly ExampleResult[];
  /** Why the document does not load, when it does not. */
  readonly findings: readonly Finding[];
  /** Why the file could not be read at all. */
  readonly problem?: string;
}

/**
 * `terms test`: runs every example. 0 when all hold, 5 when some do not or a document does not load, 2 when a
 * file cannot be read.
 */
export async function testFiles(
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<number> {
  const files: FileReport[] = [];
  for (const path of paths) {
    files.push(await testFile(path));
  }
  if (options.json === true) {
    await writeOut(`${JSON.stringify({ files }, null, 2)}\n`);
  } else {
    await writeOut(files.map(reportText).join(""));
  }
  const failed = files.flatMap((file) => file.failed).length;
  const examples = files.reduce((sum, file) => sum + file.examples, 0);
  files.flatMap(({ problem }) => problem ?? []).forEach(say);
  say(`${examples - failed} of ${counted(examples, "example")} hold`);
  if (files.some(({ problem }) => problem !== undefined)) {
    return exitCodes.usage;
  }
  return files.some((file) => file.failed.length + file.findings.length > 0)
    ? exitCodes.refused
    : exitCodes.ok;
}

async function testFile(file: string): Promise<FileReport> {
  try {
    const { document, findings } = readTerms({ file, text: await readInput(file, termsDocument) });
    if (document === undefined) {
      return {
        file,
        examples: 0,
        failed: [],
        findings: findings.filter(({ severity }) => severity === "error"),
      };
    }
    const results = testTerms(document);
    return { file, examples: results.length, failed: results.filter(({ passed }) => !passed), findings: [] };
  } catch (error) {
    if (error instanceof InputProblem) {
      return { file, examples: 0, failed: [], findings: [], problem: error.message };
    }
    throw error;
  }
}

const reportText = ({ findings, failed }: FileReport): string =>
  [...findings.map(findingText), ...failed.map(failureText)].join("");

function failureText({ file, line, clause, name, differences }: ExampleResult): string {
  const where = clause === null ? "" : `${clause}: `;
  return `${file}:${line}: ${where}${name}\n${differences.map((each) => `    ${each}\n`).join("")}`;
}
