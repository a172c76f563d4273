import { checkTerms, type Finding } from "../../terms/index.ts";
import { counted, findingText } from "./findingText.ts";
import { exitCodes, InputProblem } from "./inputProblem.ts";
import { loadVersion, type Unread } from "./loadLayers.ts";
import { say, writeOut } from "./writeOut.ts";

interface FileReport {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Why the file could not be read at all. */
  readonly problem?: string;
}

/**
 * `terms check`: every finding of every file in one run. 0 when there is none, 5 when there is one (a warning
 * counts) and when a file is no text that can be read, 2 when there is no such file; the others are checked
 * all the same.
 */
export async function checkFiles(
  paths: readonly string[],
  options: { readonly json?: boolean },
): Promise<number> {
  const files: FileReport[] = [];
  for (const path of paths) {
    files.push(await checkFile(path));
  }
  const found = files.flatMap((file) => file.findings);
  if (options.json === true) {
    const each = files.map((file) => ({ ...file, findings: file.findings.length }));
    await writeOut(`${JSON.stringify({ files: each, findings: found }, null, 2)}\n`);
  } else {
    await writeOut(found.map(findingText).join(""));
  }
  const problems = files.flatMap(({ problem }) => problem ?? []);
  problems.forEach(say);
  say(`${counted(files.length - problems.length, "document")} checked, ${counted(found.length, "finding")}`);
  if (problems.length > 0) {
    return exitCodes.usage;
  }
  return found.length > 0 ? exitCodes.refused : exitCodes.ok;
}

async function checkFile(file: string): Promise<FileReport> {
  try {
    const { document, findings, siblings, unread } = await loadVersion(file);
    const beside = document === undefined ? [] : checkTerms(document, siblings);
    return { file, findings: [...findings, ...beside, ...unread.flatMap(findingBeside)] };
  } catch (error) {
    if (error instanceof InputProblem) {
      const findings = findingBeside({ file, problem: error });
      return findings.length === 0 ? { file, findings, problem: error.message } : { file, findings };
    }
    throw error;
  }
}

/** A file that is there and cannot be read is its own mistake; one that is not there is the caller's. */
function findingBeside({ file, problem: { finding, message } }: Unread): readonly Finding[] {
  return finding === undefined ? [] : [{ ...finding, severity: "error", file, message }];
}
