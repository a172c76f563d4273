import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { openFiles } from "./files.ts";
import { writeOnce } from "./writeOnce.ts";

test("a saved file reads back the same, under a random name, for its owner only", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-files-"));
  const files = openFiles(folder);
  const content = Buffer.from([0, 255, 1, 254]);
  const [first, second] = await Promise.all([files.save(content), files.save(content)]);
  assert.notEqual(first, second);
  assert.deepEqual(await files.read(first), content);
  const place = path.join(folder, "files", first.slice(0, 2));
  assert.equal((await stat(path.join(place, first))).mode & 0o777, 0o600);
  assert.deepEqual(
    (await readdir(place)).filter((name) => name.endsWith(".new")),
    [],
  );
  await files.remove(first);
  assert.equal(await files.read(first), undefined);
  assert.deepEqual(await files.read(second), content);
  await rm(folder, { recursive: true });
});

test("a name that is a path reads and removes nothing", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-files-"));
  const files = openFiles(folder);
  await writeFile(path.join(folder, "secret"), "kept");
  for (const name of ["../secret", "..", "", "/etc/passwd", `${"0".repeat(32)}/..`, "\0"]) {
    assert.equal(await files.read(name), undefined);
    await files.remove(name);
  }
  assert.deepEqual(await readdir(folder), ["secret"]);
  await rm(folder, { recursive: true });
});

test("of many that write one name at once exactly one is first, and its content stands", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-files-"));
  const file = path.join(folder, "one");
  const first = await Promise.all(Array.from({ length: 20 }, (_, index) => writeOnce(file, String(index))));
  assert.equal(first.filter(Boolean).length, 1);
  assert.deepEqual(await readdir(folder), ["one"]);
  await rm(folder, { recursive: true });
});
