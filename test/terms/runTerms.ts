import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./termsProgram.ts", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command in a process of its own, from the root of the repository. */
export function runTerms(args: readonly string[], input = ""): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    input,
    encoding: "latin1",
    maxBuffer: 64 * 1_048_576,
  });
  const text = (raw: string): string => Buffer.from(raw, "latin1").toString("utf-8");
  return { code: status, stdout: text(stdout), stderr: text(stderr) };
}

export const seeds = "programmes/dji-care-refresh/seeds.terms.md";
export const broken = "test/terms/broken.terms.md";
