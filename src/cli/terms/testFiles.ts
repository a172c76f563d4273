import {
  type ExampleResult,
  type Finding,
  type MutationScore,
  mutationScore,
  type ProposedExample,
  proposeExamples,
  testTerms,
} from "../../terms/index.ts";
import { counted, findingText } from "./findingText.ts";
import { exitCodes, InputProblem } from "./inputProblem.ts";
import { loadVersion } from "./loadLayers.ts";
import { say, writeOut } from "./writeOut.ts";

export interface TestFileOptions {
  readonly json?: boolean;
  readonly propose?: boolean;
}

interface FileReport {
  readonly file: string;
  readonly results: readonly ExampleResult[];
  /** How much the examples prove; only once all of them hold. */
  readonly score?: MutationScore;
  readonly proposed?: readonly ProposedExample[];
  /** Why the document does not load, when it does not. */
  readonly findings: readonly Finding[];
  /** Why the file could not be read at all. */
  readonly problem?: string;
}

/**
 * `terms test`: runs every example and says how much they prove. 0 when all hold, 5 when some do not or a
 * document does not load, 2 when a file cannot be read.
 */
export async function testFiles(paths: readonly string[], options: TestFileOptions): Promise<number> {
  const files: FileReport[] = [];
  for (const path of paths) {
    files.push(await testFile(path, options));
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

async function testFile(file: string, { propose }: TestFileOptions): Promise<FileReport> {
  try {
    const { document, findings, siblings } = await loadVersion(file);
    if (document === undefined) {
      return { file, results: [], findings: findings.filter(({ severity }) => severity === "error") };
    }
    const results = testTerms(document, siblings);
    const isSound = results.length > 0 && results.every(({ passed }) => passed);
    return {
      file,
      results,
      findings: [],
      ...(isSound ? { score: mutationScore(document, siblings) } : {}),
      ...(propose === true ? { proposed: proposeExamples(document, siblings) } : {}),
    };
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
    files: files.map(({ results: _, ...file }) => file),
    passed: examples.filter(({ passed }) => passed).length,
    failed: examples.filter(({ passed }) => !passed).length,
    examples: examples.map(({ receipt, ...result }) => (result.passed ? result : { ...result, receipt })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const reportText = ({ file, findings, results, score, proposed = [] }: FileReport): string =>
  [
    ...findings.map(findingText),
    ...results.filter(({ passed }) => !passed).map(failureText),
    ...(score === undefined ? [] : [scoreText(file, score)]),
    ...proposed.map(({ block }) => `\n${block}`),
  ].join("");

/** What the examples let pass, each with the example next to a case that would have shown it. */
function scoreText(file: string, { mutants, noticed, score, survivors, unseen }: MutationScore): string {
  const rest = unseen.length === 0 ? "" : `; not measured: ${unseen.length}`;
  return [
    `${file}: the examples notice ${noticed} of ${mutants} wrong rules (${score} %)${rest}`,
    ...survivors.map(
      ({ clause, mutation, shownBy }) =>
        `    not noticed: ${clause}: ${mutation} (shown by a case near "${shownBy.near}")`,
    ),
    ...unmeasured(unseen),
    "",
  ].join("\n");
}

/** Wrong rules for which no case was found that an example could tell: by clause, and each by its name. */
function unmeasured(unseen: MutationScore["unseen"]): readonly string[] {
  const clauses = Map.groupBy(unseen, ({ clause }) => clause);
  return [...clauses].map(
    ([clause, all]) =>
      `    not measured: ${clause}: ${all.map(({ mutation }) => mutation).join("; ")} (no case shows it)`,
  );
}

function failureText({ file, line, clause, name, differences }: ExampleResult): string {
  const where = clause === null ? "" : `${clause}: `;
  return `${file}:${line}: ${where}${name}\n${differences.map((each) => `    ${each}\n`).join("")}`;
}
