import { CommanderError } from "commander";
import { StartupProblem } from "../platform/index.ts";

/** What the process answers: 0 ok, 1 failed, 2 usage, 3 config, 4 unreachable, 5 refused by a rule. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5;

/** Tells the operator about an error in as few words as it takes, and answers with the exit code. */
export function explainError(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has said what was wrong with the command line; help and version end here too.
    return error.exitCode === 0 ? 0 : 2;
  }
  if (error instanceof StartupProblem) {
    console.error(`evermend: ${error.message}`);
    return error.exitCode;
  }
  console.error("evermend: a fault of ours.", error);
  return 1;
}
