import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const settings = [".gitignore", ".oxlintrc.json", "biome.json", "package.json", "tsconfig.base.json"];

/** A throwaway copy of the house's settings, without its code, in which rules may be broken. */
export type Workshop = {
  readonly folder: string;
  /** Runs a tool of node_modules/.bin in it and answers with what it printed, whatever its exit code. */
  readonly run: (tool: string, ...words: string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Opens a workshop holding these files, each a path from the root and its text. */
export async function openWorkshop(files: Iterable<readonly [string, string]>): Promise<Workshop> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "evermend-boundaries-")));
  await Promise.all(settings.map((name) => cp(join(root, name), join(folder, name))));
  await cp(join(root, "src"), join(folder, "src"), {
    recursive: true,
    filter: (path) => !/\.[a-z]+$/.test(path) || /\/tsconfig[^/]*\.json$/.test(path),
  });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [path, body] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
  return {
    folder,
    run: (tool, ...words) => printed(join(root, "node_modules", ".bin", tool), words, folder),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

function printed(program: string, words: string[], cwd: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, words, { cwd, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => resolve(stdout));
  });
}
