import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import pg from "pg";
import { onServer } from "../../test/support/testCluster.ts";
import { atEnd, testDatabase } from "../../test/support/testDatabase.ts";
import { type DatabaseAddress, startCluster } from "./cluster/startCluster.ts";
import { createLog } from "./log.ts";
import { type Migration, migrate, readMigrations } from "./migrate.ts";

const step = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash("sha256").update(sql).digest("hex"),
});

const FIRST = step("0001_make_leaf.sql", "create schema tree; create table tree.leaf (id integer)");
const SECOND = step("0002_fill_leaf.sql", "insert into tree.leaf values (1)");
const BROKEN = step(
  "0003_break_leaf.sql",
  "insert into tree.leaf values (2);\nselect *\n  from tree.nothing;",
);

async function emptyDatabase(): Promise<DatabaseAddress> {
  const { address } = await testDatabase();
  const database = `empty_${randomBytes(6).toString("hex")}`;
  await onServer(address, `create database ${database}`);
  atEnd(() => onServer(address, `drop database ${database} with (force)`));
  return { ...address, database };
}

async function ask(address: DatabaseAddress, sql: string): Promise<unknown[]> {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: "array" });
  await client.end();
  return rows.flat();
}

test("steps are applied in order, once", async () => {
  const address = await emptyDatabase();
  assert.deepEqual(await migrate(address, [FIRST]), [FIRST.name]);
  assert.deepEqual(await migrate(address, [FIRST, SECOND]), [SECOND.name]);
  assert.deepEqual(await migrate(address, [FIRST, SECOND]), []);
  assert.deepEqual(await ask(address, "select id from tree.leaf"), [1]);
});

test("nodes that start together apply each step once between them", async () => {
  const address = await emptyDatabase();
  const steps = [
    FIRST,
    ...Array.from({ length: 12 }, (_, no) => step(`00${no + 10}_add_leaf.sql`, SECOND.sql)),
  ];
  const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(address, steps)));
  assert.deepEqual(
    applied.flat().sort(),
    steps.map(({ name }) => name),
  );
  assert.deepEqual(await ask(address, "select count(*)::integer from tree.leaf"), [12]);
});

test("a step that fails leaves nothing of itself, and says where", async () => {
  const address = await emptyDatabase();
  await assert.rejects(migrate(address, [FIRST, SECOND, BROKEN]), {
    exitCode: 1,
    message:
      "The migration 0003_break_leaf.sql:3 failed and was rolled back: " +
      'relation "tree.nothing" does not exist.',
  });
  assert.deepEqual(await ask(address, "select id from tree.leaf"), [1]);
  assert.deepEqual(await migrate(address, [FIRST, SECOND]), []);
});

test("a released step that was edited, lost or overtaken is refused", async () => {
  const address = await emptyDatabase();
  await migrate(address, [FIRST, SECOND]);
  const edited = step(SECOND.name, `${SECOND.sql} -- better`);
  await assert.rejects(migrate(address, [FIRST, edited]), {
    exitCode: 3,
    message: /0002_fill_leaf\.sql was edited/,
  });
  await assert.rejects(migrate(address, [FIRST]), {
    exitCode: 3,
    message: /does not know; start the newer release/,
  });
  const between = step("0001_more_leaves.sql", "select 1");
  await assert.rejects(migrate(address, [FIRST, between, SECOND]), {
    exitCode: 3,
    message: /comes before 0002_fill/,
  });
});

test("a file that is not numbered and named like the others is refused", async () => {
  for (const names of [
    ["1_make_leaf.sql"],
    ["0001_leaf.sql"],
    ["0001_make_leaf.sql", "0001_make_tree.sql"],
  ]) {
    const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-steps-"));
    await Promise.all(names.map((name) => writeFile(path.join(folder, name), "select 1")));
    await assert.rejects(readMigrations(folder), {
      exitCode: 1,
      message: /is not named NNNN_verb_noun\.sql/,
    });
    await rm(folder, { recursive: true });
  }
  assert.ok((await readMigrations()).length > 0);
});

test("the application's role cannot change what is append-only, nor make tables", async () => {
  const { address } = await testDatabase();
  const client = new pg.Client({ ...address, options: "-c role=evermend_app" });
  client.on("error", () => undefined);
  await client.connect();
  for (const sql of [
    "update platform.event set body = '{}'",
    "delete from platform.event",
    "truncate platform.event",
    "create table platform.more (id integer)",
    "create schema more",
    "delete from migration.applied",
  ]) {
    await assert.rejects(client.query(sql), { code: "42501" });
  }
  await client.end();
});

test("on a fresh server an owner who is no superuser migrates and acts as the application", async () => {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-fresh-"));
  await chmod(dataFolder, 0o755);
  const binFolder = process.env.EVERMEND_TEST_POSTGRES_BIN;
  const log = createLog({ level: "silent" });
  const cluster = await startCluster({ dataFolder, password: "of the tests", log, binFolder });
  const plain = { ...cluster.address, user: "plain", database: "plain" };
  await onServer(cluster.address, `create role plain login createrole password '${plain.password}'`);
  await onServer(cluster.address, "create database plain owner plain");
  await migrate(plain);
  const client = new pg.Client({ ...plain, options: "-c role=evermend_app" });
  client.on("error", () => undefined);
  await client.connect();
  assert.equal((await client.query("select from platform.event")).rowCount, 0);
  await assert.rejects(client.query("delete from platform.event"), { code: "42501" });
  await client.end();
  await cluster.stop();
  await rm(dataFolder, { recursive: true });
});
