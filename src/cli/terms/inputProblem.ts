/** Exit codes of the commands on terms, as TERMS.md section 9 and INTERFACE.md fix them. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, refused: 5 } as const;

/** A fault of a file that keeps it from being read as text; lines and columns count from 1. */
export interface FileFault {
  readonly code: "file_too_long" | "encoding_invalid" | "file_unreadable";
  readonly line: number;
  readonly column: number;
}

/**
 * Something wrong with what the command was given, in one sentence that names it and the way out. Never a
 * bug.
 */
export class InputProblem extends Error {
  readonly exitCode: number;
  /** What it is as a finding, where the fault is in the file and not in the call. */
  readonly finding: FileFault | undefined;

  constructor(
    sentence: string,
    exitCode: number = exitCodes.usage,
    options?: ErrorOptions & { readonly finding?: FileFault },
  ) {
    super(sentence, options);
    this.finding = options?.finding;
    this.name = "InputProblem";
    this.exitCode = exitCode;
  }
}
