import { setTimeout } from "node:timers/promises";
import type { RunningCommand } from "../../support/commandLine.ts";
import { atEnd } from "../../support/testDatabase.ts";

/** Far beyond what a start and a job need on a machine that is busy. */
const LONGEST_MS = 120_000;

/**
 * Waits until a process is dead; answers with the signal that killed it. Errors: it never comes to its point;
 * then it is ended. Or it ended by itself, with what it said.
 */
export async function died(
  { child, ended }: RunningCommand,
  point: string | undefined,
): Promise<NodeJS.Signals | null> {
  const over = new AbortController();
  const tired = setTimeout(LONGEST_MS, "tired", { signal: over.signal }).catch(() => "over");
  const first = await Promise.race([ended, tired]);
  over.abort();
  if (first === "tired") {
    child.kill("SIGKILL");
    await ended;
    throw new Error(`it never came to ${point ?? "an end"}: it had answered, and nothing more happened`);
  }
  if (child.signalCode === null) {
    const { code, stdout, stderr } = await ended;
    throw new Error(`it ended by itself, with ${code}, before ${point ?? "anything"}:\n${stdout}${stderr}`);
  }
  return child.signalCode;
}

/** A test that fails on the way leaves nothing of it that runs, and so its file ends. */
export function endWithFile({ child, ended }: RunningCommand): void {
  atEnd(async () => {
    child.kill("SIGKILL");
    await ended;
  });
}
