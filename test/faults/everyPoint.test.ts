import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { tryable } from "../support/tryable.ts";
import { failPointsIn, killsIn, type Sources } from "./points/failPoints.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const THIS = path.relative(ROOT, import.meta.filename);

async function sourcesOf(pattern: string, isWanted: (file: string) => boolean): Promise<Sources> {
  const found = new Map<string, string>();
  for await (const file of glob(pattern, { cwd: ROOT })) {
    if (isWanted(file) && file !== THIS) {
      found.set(file, await readFile(path.join(ROOT, file), "utf8"));
    }
  }
  return found;
}

const isTest = (file: string) => file.endsWith(".test.ts");
const source = await sourcesOf("src/**/*.ts", (file) => !isTest(file) && !file.endsWith("/failPoint.ts"));
const tests = new Map([
  ...(await sourcesOf("src/**/*.test.ts", isTest)),
  ...(await sourcesOf("test/faults/**/*.ts", () => true)),
]);
const unkilled = (from: Sources, by: Sources) => {
  const killed = killsIn(by);
  return failPointsIn(from, tryable).filter((name) => !killed.has(name));
};

test("every named fail point is one at which a test kills the process", (t) => {
  const points = failPointsIn(source, tryable);
  assert.ok(points.length > 80, points.join());
  t.diagnostic(`fail points n=${points.length}`);
  assert.deepEqual(unkilled(source, tests), []);
});

test("control: a point that no test kills is told, plain or built", () => {
  const planted = new Map([...source, ["src/planted.ts", 'failPoint(platform, "nobody_kills");']]);
  assert.deepEqual(unkilled(planted, tests), ["nobody_kills"]);
  const without = new Map([...tests].filter(([file]) => !file.endsWith("killTable.ts")));
  assert.ok(unkilled(source, without).includes("hold_call_noted"));
  const unread = new Map([["src/planted.ts", "failPoint(platform, nameOf(step));"]]);
  assert.throws(() => failPointsIn(unread, tryable), /src\/planted.ts cannot be read/);
});
