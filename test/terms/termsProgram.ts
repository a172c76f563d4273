import { Command } from "commander";
import { registerTermsCommands } from "../../src/cli/terms/index.ts";

/**
 * The commands on terms by themselves, so that their tests start a process without the platform behind it.
 */
const program = new Command("evermend").exitOverride();
registerTermsCommands(program);
try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = (error as { exitCode: number }).exitCode === 0 ? 0 : 2;
}
