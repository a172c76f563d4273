import { once } from "node:events";
import { exitCodes } from "./inputProblem.ts";

/** Writes to standard output and waits when the reader is slower than we are. */
export async function writeOut(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, "drain");
  }
}

/** Talk goes to standard error, so that data can be piped. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/**
 * A reader that has seen enough, `| head`, is no fault of ours: the process ends quietly. A full disk is
 * told in a sentence.
 */
export function endQuietlyWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") {
      process.exit(0);
    }
    if (error.code !== "ENOSPC") {
      throw error;
    }
    say("The disk is full, so the answer could not be written whole: make room and run this again.");
    process.exit(exitCodes.failed);
  });
}
