import { spawn } from "node:child_process";
import { type DatabaseUser, runningAs } from "./databaseUser.ts";

/** Stands by a server, and stops it should our own process die without a word. */
export interface Sentinel {
  /** The server has ended: there is nothing to watch any more. Resolves when the sentinel has left too. */
  dismiss(): Promise<void>;
}

/**
 * A shell that waits at the end of a pipe of ours. We close the pipe only by dying, however we die; then the
 * server gets the signal of a fast shutdown. A word through the pipe dismisses it.
 */
export function postSentinel(serverPid: number, user: DatabaseUser | undefined): Sentinel {
  const script = 'if read -r word; then exit 0; else kill -INT "$0"; fi';
  const shell = spawn("/bin/sh", ["-c", script, String(serverPid)], {
    ...runningAs(user),
    // A session of its own: Ctrl-C in the terminal is for us, and we tell the server ourselves.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const left = new Promise<void>((resolve) => {
    shell.once("error", () => resolve());
    shell.once("exit", () => resolve());
  });
  shell.stdin.on("error", () => undefined);
  shell.unref();
  return {
    dismiss: () => {
      shell.ref();
      shell.stdin.end("dismissed\n");
      return left;
    },
  };
}
