import { once } from "node:events";

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

/** A reader that has seen enough, `| head`, is no fault of ours: the process ends quietly. */
export function endQuietlyWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      throw error;
    }
    process.exit(0);
  });
}
