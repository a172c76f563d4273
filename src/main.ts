import { enableCompileCache } from "node:module";
import path from "node:path";
import { Command } from "commander";

// Before our own modules load, which is why they are imported below: it halves the time to the first word.
enableCompileCache(path.join(import.meta.dirname, "../.cache/compiled"));

const {
  explainError,
  registerDemo,
  registerKeysCommands,
  registerMembersCommands,
  registerServe,
  registerTermsCommands,
} = await import("./cli/index.ts");

/** The command `evermend`, with everything it can do. */
function createProgram(): Command {
  const program = new Command("evermend")
    .description("Runs a device protection-plan programme from its terms to its replacements")
    .exitOverride()
    .showHelpAfterError("Run evermend --help to see what there is.");
  registerServe(program);
  registerKeysCommands(program);
  registerMembersCommands(program);
  registerTermsCommands(program);
  registerDemo(program);
  for (const command of program.commands) {
    command.exitOverride();
  }
  return program;
}

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = explainError(error);
}
