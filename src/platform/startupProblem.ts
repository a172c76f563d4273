/**
 * What a command answers that cannot be done: failed 1, called wrongly 2, wrong settings 3, a service out of
 * reach 4, refused by a rule 5.
 */
export type StartupExitCode = 1 | 2 | 3 | 4 | 5;

/** Why Evermend cannot start: one sentence that names the thing and the way out. The CLI prints only that. */
export class StartupProblem extends Error {
  readonly exitCode: StartupExitCode;

  constructor(sentence: string, options: ErrorOptions & { readonly exitCode: StartupExitCode }) {
    super(sentence, options);
    this.name = "StartupProblem";
    this.exitCode = options.exitCode;
  }
}

const FREE_OR_MOVE = "free some space or choose another folder with --data";
const MOVE = "mend that or choose another folder with --data";

const FILE_FAULTS: Readonly<Record<string, readonly [fault: string, way: string]>> = {
  ENOSPC: ["There is no room left for", FREE_OR_MOVE],
  EDQUOT: ["The quota leaves no room for", FREE_OR_MOVE],
  EACCES: ["This user may not use", MOVE],
  EPERM: ["This user may not change", MOVE],
  EROFS: ["The file system is read-only at", MOVE],
  ENOTDIR: ["Something that is not a folder is in the way of", MOVE],
  EEXIST: ["Something that is not a folder is in the way of", MOVE],
};

/** The problem behind an error of the file system; undefined when it is none that an operator can mend. */
export function fileProblem(error: unknown): StartupProblem | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  const { code, path } = error as NodeJS.ErrnoException;
  const found = code === undefined ? undefined : FILE_FAULTS[code];
  if (found === undefined) {
    return undefined;
  }
  const [fault, way] = found;
  return new StartupProblem(`${fault} ${path ?? "the data folder"}; ${way}.`, { exitCode: 3, cause: error });
}
