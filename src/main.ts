import { enableCompileCache } from "node:module";
import path from "node:path";
import { Command, CommanderError } from "commander";

// Before our own modules load, which is why they are imported below: it halves the time to the first word.
enableCompileCache(path.join(import.meta.dirname, "../.cache/compiled"));

const documentCommands: ReadonlySet<string | undefined> = new Set(["terms", "decide"]);

/**
 * The command `evermend`, with everything it can do. What works on documents alone loads nothing else, so
 * that a fault in the server neither breaks nor slows it.
 */
async function createProgram(): Promise<Command> {
  const program = new Command("evermend")
    .description("Runs a device protection-plan programme from its terms to its replacements")
    .exitOverride()
    .showHelpAfterError("Run evermend --help to see what there is.");
  if (documentCommands.has(process.argv[2])) {
    const { registerTermsCommands } = await import("./cli/terms/index.ts");
    registerTermsCommands(program);
  } else {
    const cli = await import("./cli/index.ts");
    cli.registerServe(program);
    cli.registerKeysCommands(program);
    cli.registerMailCommands(program);
    cli.registerMembersCommands(program);
    cli.registerReconcileCommands(program);
    cli.registerCatalogueCommands(program);
    cli.registerTermsCommands(program);
    cli.registerDemo(program);
  }
  for (const command of program.commands) {
    command.exitOverride();
  }
  return program;
}

try {
  const program = await createProgram();
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what was wrong with the command line; help and version end here too.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { explainError } = await import("./cli/index.ts");
    process.exitCode = explainError(error);
  }
}
