import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { testDatabase } from "./testDatabase.ts";

test("each test has a migrated database of its own", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  const clients = [new pg.Client(one.address), new pg.Client(other.address)] as const;
  for (const client of clients) {
    client.on("error", () => undefined);
    await client.connect();
  }
  await clients[0].query("create table mark (id integer)");
  const found = await clients[1].query(
    "select to_regclass('mark') as mark, to_regclass('platform.event') as event",
  );
  assert.deepEqual(found.rows, [{ mark: null, event: "platform.event" }]);
  await Promise.all(clients.map((client) => client.end()));
});

test("its server keeps every promise about the disk", async () => {
  const { address } = await testDatabase();
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query(`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
           current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums,
           current_setting('listen_addresses') as network, current_setting('lc_messages') as locale`);
  assert.deepEqual(rows, [
    { fsync: "on", pages: "on", commit: "on", checksums: "on", network: "", locale: "C" },
  ]);
  await client.end();
});
