import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const MAIN = path.resolve(import.meta.dirname, "../../src/main.ts");

/** How a command ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running `evermend` command. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Resolves with the first match in what it says; rejects with everything it said when it ends before. */
  said(words: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Ended>;
}

/** Starts `evermend` as its own process, with only the settings given. */
export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningCommand {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const listeners = new Set<() => void>();
  const hear = (): void => {
    for (const listener of listeners) {
      listener();
    }
  };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    hear();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    hear();
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stdout, stderr }));
  const said = (words: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(stdout) ?? words.exec(stderr);
        if (found !== null) {
          listeners.delete(look);
          resolve(found);
        }
      };
      listeners.add(look);
      look();
      ended.then(() => reject(new Error(`it never said ${words}:\n${stdout}${stderr}`)), reject);
    });
  return { child, said, ended };
}

/** Runs a command to its end. */
export async function runCommand(
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Ended> {
  return await startCommand(args, env).ended;
}
