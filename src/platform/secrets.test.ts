import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { openSecrets, type Secrets } from "./secrets.ts";

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-secrets-"));
  await work(folder);
  await rm(folder, { recursive: true });
}

const shown = (secrets: Secrets) => [
  secrets.currentPepperVersion,
  secrets.pepper(secrets.currentPepperVersion).toString("hex"),
  secrets.currentSealingKeyVersion,
  secrets.sealingKey(secrets.currentSealingKeyVersion).toString("hex"),
  secrets.sessionSecret,
  secrets.databasePassword,
];

test("two that open an empty folder at once have the same secrets, and so has the next start", () =>
  inFolder(async (folder) => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => openSecrets(folder)));
    const again = await openSecrets(folder);
    for (const secrets of opened) {
      assert.deepEqual(shown(secrets), shown(again));
    }
    assert.equal(new Set(shown(again).slice(1)).size, 5);
  }));

test("only their owner can read them, and nothing half-written is left", () =>
  inFolder(async (folder) => {
    await openSecrets(folder);
    const secrets = path.join(folder, "secrets");
    assert.equal((await stat(secrets)).mode & 0o777, 0o700);
    const names = (await readdir(secrets)).sort();
    assert.deepEqual(names, ["code-pepper.1", "code-sealing.1", "database", "session"]);
    for (const name of names) {
      assert.equal((await stat(path.join(secrets, name))).mode & 0o777, 0o600);
    }
  }));

test("a new pepper is used from the next start on, and the old one is still there", () =>
  inFolder(async (folder) => {
    const before = await openSecrets(folder);
    await writeFile(path.join(folder, "secrets", "code-pepper.2"), Buffer.alloc(32, 7).toString("base64url"));
    const after = await openSecrets(folder);
    assert.equal(after.currentPepperVersion, 2);
    assert.deepEqual(after.pepper(1), before.pepper(1));
    assert.deepEqual(after.pepper(2), Buffer.alloc(32, 7));
    assert.throws(() => after.pepper(3), /code-pepper\.3 is missing/);
  }));

test("a secret cut short is refused, never used", () =>
  inFolder(async (folder) => {
    await openSecrets(folder);
    await writeFile(path.join(folder, "secrets", "session"), "c2hvcnQ");
    await assert.rejects(openSecrets(folder), /session is damaged: it holds 5 bytes, not 32/);
  }));
