import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { catalogAt, generateFiles, withClient } from "./schema/generateSchema.ts";
import { onServer } from "./support/testCluster.ts";
import { testDatabase } from "./support/testDatabase.ts";

const onDisk = (name: string): Promise<string> =>
  readFile(path.resolve(import.meta.dirname, "../db", name), "utf8");

test("the generated files of db/ are what the migrations make", async () => {
  const { address } = await testDatabase();
  for (const [name, text] of Object.entries(generateFiles(await catalogAt(address)))) {
    assert.equal(await onDisk(name), text, `db/${name} is not what the migrations make: run npm run schema`);
  }
});

test("db/schema.sql is the whole schema: an empty database loaded with it reads the same", async () => {
  const { address } = await testDatabase();
  const empty = { ...address, database: `${address.database}_empty` };
  await onServer(address, `create database ${empty.database}`);
  try {
    await withClient(empty, async (client) => client.query(await onDisk("schema.sql")));
    assert.equal(generateFiles(await catalogAt(empty))["schema.sql"], await onDisk("schema.sql"));
  } finally {
    await onServer(address, `drop database ${empty.database} with (force)`);
  }
});

test("a column the migrations do not know is noticed", async () => {
  const { address } = await testDatabase();
  await withClient(address, (client) => client.query("alter table platform.event add planted integer"));
  assert.notEqual(generateFiles(await catalogAt(address))["schema.sql"], await onDisk("schema.sql"));
});
