import assert from "node:assert/strict";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, readlink, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { test } from "node:test";
import { openSecrets } from "../secrets.ts";
import { openSealed, sealing } from "./openSealed.ts";

/** The descriptors by which this process holds a file; none where the system does not tell. */
async function openOf(file: string): Promise<readonly string[]> {
  const held = await readdir("/proc/self/fd").catch(() => []);
  const places = await Promise.all(held.map((one) => readlink(`/proc/self/fd/${one}`).catch(() => "")));
  return places.filter((place) => place === file);
}

test("a sealed file whose reader goes away in the middle is not held open", async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-sealed-"));
  t.after(() => rm(folder, { recursive: true }));
  const [secrets, file, name] = [await openSecrets(folder), path.join(folder, "sealed"), "ab".repeat(16)];
  await pipeline(Readable.from([Buffer.alloc(1_000_000)]), sealing(secrets, name), createWriteStream(file));
  const opened = await openSealed(secrets, name, file);
  await once(opened, "readable");
  opened.destroy();
  await once(opened, "close");
  for (let looks = 0; looks < 1000 && (await openOf(file)).length > 0; looks += 1) {
    // The system closes a file beside us; each look is a round of the loop.
  }
  assert.deepEqual(await openOf(file), []);
});
