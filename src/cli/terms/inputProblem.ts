/** Exit codes of the commands on terms, as TERMS.md section 9 and INTERFACE.md fix them. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, refused: 5 } as const;

/**
 * Something wrong with what the command was given, in one sentence that names it and the way out. Never a
 * bug.
 */
export class InputProblem extends Error {
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number = exitCodes.usage, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "InputProblem";
    this.exitCode = exitCode;
  }
}
