import type { Command } from "commander";
import { type DemoOptions, runDemo } from "./runDemo.ts";

/** Adds `evermend demo`. */
export function registerDemo(program: Command): void {
  program
    .command("demo")
    .description("Plays a whole life of a plan over HTTP on an empty folder with a clock of its own")
    .option("--data <folder>", "an empty folder to play in, instead of a temporary one")
    .option("--keep", "leave the folder, to serve from it afterwards")
    .option("--json", "print what it came to as one JSON object")
    .action(async (options: DemoOptions) => {
      process.exitCode = await runDemo(options);
    });
}
