import { Command } from "commander";
import { explainError, registerKeysCommands, registerServe, registerTermsCommands } from "./cli/index.ts";

/** The command `evermend`, with everything it can do. */
function createProgram(): Command {
  const program = new Command("evermend")
    .description("Runs a device protection-plan programme from its terms to its replacements")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("Run evermend --help to see what there is.");
  registerServe(program);
  registerKeysCommands(program);
  registerTermsCommands(program);
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
