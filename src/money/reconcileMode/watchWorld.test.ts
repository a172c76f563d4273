import { equal, match } from "node:assert/strict";
import { cp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { reportWorld } from "../../../test/support/reportWorld.ts";
import { openMode } from "./modeStore.ts";
import { isReconciling, markWorld } from "./watchWorld.ts";

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

test("a folder that was put back takes no money by itself; one that was moved does", async (t) => {
  const { platform, stop } = await reportWorld();
  t.after(stop);
  await markWorld(platform);
  const { dataFolder } = platform.config;
  await rename(dataFolder, `${dataFolder}.aside`);
  await rename(`${dataFolder}.aside`, dataFolder);
  equal(await isReconciling({ ...platform }), false);
  await cp(dataFolder, `${dataFolder}.copy`, { recursive: true, preserveTimestamps: true });
  await rename(dataFolder, `${dataFolder}.gone`);
  await rename(`${dataFolder}.copy`, dataFolder);
  t.after(() => rm(`${dataFolder}.gone`, { recursive: true, force: true }));
  equal(await isReconciling({ ...platform }), true);
  match((await openMode(platform.database))?.reason ?? "", /is a copy/);
  equal(await isReconciling({ ...platform }), true, "it goes on when it is started again");
});
