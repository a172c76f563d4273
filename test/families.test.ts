import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { findBreaches, readFamilies } from "./schema/families.ts";
import { catalogAt, withClient } from "./schema/generateSchema.ts";
import { testDatabase } from "./support/testDatabase.ts";

const families = readFamilies();

test("every table keeps to its family: keys lead with the root, foreign keys stay inside", async () => {
  const { address } = await testDatabase();
  assert.deepEqual(findBreaches(families, await catalogAt(address)), []);
});

/** Each planted, each must be reported: a checker nobody saw fail is no checker. */
const PLANTED: readonly (readonly [sql: string, breach: string])[] = [
  ["create table claims.loose (id text primary key)", "claims.loose is in no family"],
  ["alter table platform.event drop constraint event_pkey", "platform.event has no primary key"],
  [
    "create unique index device_by_serial on contracts.device (serial)",
    "device_by_serial on contracts.device does not lead with device_id",
  ],
  [
    "alter table contracts.code add constraint code_sku unique (sku)",
    "code_sku on contracts.code does not lead with code_digest",
  ],
  [
    "create unique index order_upper on commerce.order (lower(order_id))",
    "order_upper on commerce.order does not lead with order_id",
  ],
  [
    "alter table contracts.code add constraint code_order foreign key (order_id) references commerce.order",
    "code_order on contracts.code leaves its family",
  ],
  [
    `alter table claims.claim add constraint claim_reporter
       foreign key (reporter_id) references contracts.device`,
    "claim_reporter on claims.claim leaves its family",
  ],
  [
    "alter table claims.claim add foreign key (device_id) references contracts.device",
    "claim_device_id_fkey on claims.claim was named by the server, not by us",
  ],
  ["create sequence claims.number", "there is a sequence claims.number"],
  [
    "alter table claims.claim add serial_no integer generated always as identity",
    "there is an identity column claims.claim.serial_no",
  ],
  [
    `create function claims.nothing() returns trigger language plpgsql as 'begin return new; end';
     create trigger watch before insert on claims.claim for each row execute function claims.nothing()`,
    "there is a trigger watch on claims.claim",
  ],
  [
    "alter table claims.claim add constraint claim_alone exclude using btree (serial with =)",
    "there is an exclusion constraint claim_alone on claims.claim",
  ],
  [
    "grant delete on platform.event to evermend_app",
    "the application may delete platform.event, which is append-only",
  ],
  [
    "grant update (body) on platform.event to evermend_app",
    "the application may update (body) platform.event, which is append-only",
  ],
  [
    "grant update (net_minor) on catalogue.price to evermend_app",
    "the application may update (net_minor) catalogue.price, whose rows never change",
  ],
];

test("each planted breach of the families is reported", async () => {
  const { address } = await testDatabase();
  for (const [sql, breach] of PLANTED) {
    const breaches = await withClient(address, async (client) => {
      await client.query(`begin; ${sql}; commit`);
      return findBreaches(families, await catalogAt(address));
    });
    assert.ok(breaches.includes(breach), `not reported: ${breach}; only ${breaches.join("; ")}`);
  }
});

/** Stand-ins for Citus' functions, which check what it checks: every unique key holds the table's key. */
const CITUS = `
  create function create_reference_table(name text) returns void language sql
    begin atomic; select name::regclass; end;
  create function create_distributed_table(name text, key text, colocate_with text)
    returns void language plpgsql as $$
  begin
    if exists (select from pg_constraint where contype = 'f' and name::regclass in (conrelid, confrelid)) then
      raise exception '% still has a foreign key', name;
    end if;
    if colocate_with <> 'none' then
      perform colocate_with::regclass;
    end if;
    if exists (select from pg_index where indrelid = name::regclass and indisunique and not
               (select attnum from pg_attribute where attrelid = name::regclass and attname = key)
               = any(indkey)) then
      raise exception '% has a unique key without %', name, key;
    end if;
  end $$`;

test("db/distribute.sql runs, and every foreign key is back afterwards", async () => {
  const { address } = await testDatabase();
  const before = await catalogAt(address);
  const script = await readFile(path.resolve(import.meta.dirname, "../db/distribute.sql"), "utf8");
  await withClient(address, async (client) => {
    await client.query(CITUS);
    await client.query(script);
  });
  assert.deepEqual((await catalogAt(address)).constraints, before.constraints);
});
