import { deepEqual, equal } from "node:assert/strict";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import type { World } from "./mode.ts";
import { type ReadMark, readMark, writeMark } from "./worldMark.ts";

const world: World = { system: "1", timeline: 1, database: "care 5", event: null, posting: null };
const WRITES = 60;

const newFolder = () => mkdtemp(path.join(os.tmpdir(), "evermend-mark-"));

test("a mark that another process writes anew while it is read is no copy", async (t) => {
  const folder = await newFolder();
  t.after(() => rm(folder, { recursive: true }));
  await writeMark(folder, { world, seenAt: "0" });
  let isWriting = true;
  const another = async () => {
    for (let no = 1; no <= WRITES; no += 1) {
      await writeMark(folder, { world, seenAt: String(no) });
    }
    isWriting = false;
  };
  const strange: unknown[] = [];
  const seen = new Set<string | undefined>();
  const reader = async () => {
    while (isWriting) {
      const mark = await readMark(folder);
      seen.add(mark?.seenAt);
      if (mark?.isCopied !== false) {
        strange.push(mark);
      }
    }
  };
  await Promise.all([another(), reader()]);
  deepEqual(strange, []);
  equal(seen.size > 1, true, "it was read while it was written");
});

test("a mark that was copied is one", async (t) => {
  const folder = await newFolder();
  t.after(() => rm(folder, { recursive: true }));
  await writeMark(folder, { world, seenAt: "0" });
  equal(isCopied(await readMark(folder)), false);
  const file = path.join(folder, "world-seen.json");
  await cp(file, `${file}.copy`, { preserveTimestamps: true });
  await rename(`${file}.copy`, file);
  equal(isCopied(await readMark(folder)), true);
});

const isCopied = (mark: ReadMark | null | undefined) => mark?.isCopied;
