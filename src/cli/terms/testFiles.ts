import { type ExampleResult, type Finding, readTerms, testTerms } from "../../terms/index.ts";
import { counted, findingText } from "./findingText.ts";
import { exitCodes, InputProblem } from "./inputProblem.ts";
import { readInput, termsDocument } from "./readInput.ts";
import { say, writeOut } from "./writeOut.ts";

interface FileReport {
  readonly file: string;
  readonly results: readonly ExampleResult[];
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
  const results = files.flatMap((file) => file.results);
  const failed = results.filter(({ passed }) => !passed);
  await writeOut(options.json === true ? jsonText(files) : files.map(reportText).join(""));
  files.flatMap(({ problem }) => problem ?? []).forEach(say);
  say(`${results.length - failed.length} of ${counted(results.length, "example")} hold`);
  if (files.some(({ problem }) => problem !== undefined)) {
    return exitCodes.usage;
  }
  return failed.length > 0 || files.some(({ findings }) => findings.length > 0)
    ? exitCodes.refused
    : exitCodes.ok;
}

async function testFile(file: string): Promise<FileReport> {
  try {
    const { document, findings } = readTerms({ file, text: await readInput(file, termsDocument) });
    return document === undefined
      ? { file, results: [], findings: findings.filter(({ severity }) => severity === "error") }
      : { file, results: testTerms(document), findings: [] };
  } catch (error) {
    if (error instanceof InputProblem) {
      return { file, results: [], findings: [], problem: error.message };
    }
    throw error;
  }
}

/** Every example with what it came to; the whole receipt only where it is not the expected one. */
function jsonText(files: readonly FileReport[]): string {
  const examples = files.flatMap((file) => file.results);
  const report = {
    files: files.map(({ file, findings, problem }) => ({ file, findings, problem })),
    passed: examples.filter(({ passed }) => passed).length,
    failed: examples.filter(({ passed }) => !passed).length,
    examples: examples.map(({ receipt, ...result }) => (result.passed ? result : { ...result, receipt })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const reportText = ({ findings, results }: FileReport): string =>
  [...findings.map(findingText), ...results.filter(({ passed }) => !passed).map(failureText)].join("");

function failureText({ file, line, clause, name, differences }: ExampleResult): string {
  const where = clause === null ? "" : `${clause}: `;
  return `${file}:${line}: ${where}${name}\n${differences.map((each) => `    ${each}\n`).join("")}`;
}
