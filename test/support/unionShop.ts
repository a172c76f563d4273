import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type TestApp, testApp } from "./testApp.ts";
import { atEnd } from "./testDatabase.ts";

const REFERENCE = new URL("../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url);

/**
 * The application with the reference terms and the law of the Union beside them: what owners in the Union may
 * give back by themselves. The examples stay out: they are of the terms alone.
 */
export async function unionShop(settings: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const reference = await readFile(REFERENCE, "utf8");
  const withLaw = reference
    .replace('version: "2025-06"', 'version: "2026-01"')
    .replace("from: 2025-06-01", "from: 2026-01-01")
    .replace("supersedes: none", 'supersedes: "2025-06"')
    .replace("overlays: []", "overlays: [eu]")
    .replaceAll(/^```example\n[\s\S]*?^```\n/gm, "");
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-terms-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const programmes = path.join(folder, "2026.terms.md");
  await writeFile(programmes, withLaw);
  return await testApp({ now: "2026-06-13T10:00:00Z", settings: { ...settings, programmes } });
}
