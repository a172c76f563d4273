import { equal, match } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { reportWorld } from "../../../test/support/reportWorld.ts";
import { openMode } from "./modeStore.ts";
import { isReconciling, markWorld } from "./watchWorld.ts";
import { worldIsOlder } from "./worldIsOlder.ts";

const world = { system: "1", timeline: 1, database: "care 5", event: null, posting: null };
const found = { hasEvent: true, hasPosting: true };

test("what is not all that was seen is called so, and why", () => {
  const why = [
    worldIsOlder(world, world, found),
    worldIsOlder(world, { ...world, system: "2" }, found),
    worldIsOlder(world, { ...world, timeline: 2 }, found),
    worldIsOlder(world, { ...world, database: "copy 6" }, found),
    worldIsOlder(world, world, { ...found, hasEvent: false }),
    worldIsOlder(world, world, { ...found, hasPosting: false }),
  ];
  equal(why[0], undefined);
  for (const [index, words] of ["server", "line of time", "another database", "event", "posting"].entries()) {
    match(why[index + 1] ?? "", new RegExp(words));
  }
});

test("a database that is older than its folder's mark takes no money, by itself", async (t) => {
  const { platform, sql, stop } = await reportWorld();
  t.after(stop);
  await markWorld(platform);
  await sql("delete from platform.event where tx = (select max(tx) from platform.event)");
  const restarted = { ...platform };
  equal(await isReconciling(restarted), true);
  match((await openMode(platform.database))?.reason ?? "", /newest event/);
});

test("a database that has all its folder has seen goes on; an unreadable mark is no proof", async (t) => {
  const { platform, stop } = await reportWorld();
  t.after(stop);
  await markWorld(platform);
  equal(await isReconciling({ ...platform }), false);
  const file = path.join(platform.config.dataFolder, "world-seen.json");
  match(await readFile(file, "utf8"), /"system"/);
  await writeFile(file, "{");
  equal(await isReconciling({ ...platform }), true);
});
