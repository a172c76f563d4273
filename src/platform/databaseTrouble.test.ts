import { deepEqual, equal, rejects } from "node:assert/strict";
import { before, describe, it } from "node:test";
import pg from "pg";
import { Type } from "typebox";
import type { TestDatabase } from "../../test/support/testDatabase.ts";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { systemCaller } from "./caller.ts";
import { databaseTrouble } from "./databaseTrouble.ts";
import { claimingKey } from "./idempotency.ts";
import { accepted, act, createHttp, effect, type Module, type Platform, read, shape } from "./index.ts";
import { transact } from "./transact.ts";

const Code = shape({ code: Type.String() });
const fail = effect("test_fail_with", "select pg_temp.fail_with($1)");
const define = effect(
  "test_define_failure",
  `create or replace function pg_temp.fail_with(code text) returns void language plpgsql as
     $$ begin raise exception using errcode = code; end $$`,
);
const write = act({
  route: "POST /v1/failures",
  permission: "any",
  summary: "Fails as it is told",
  body: Code,
  reply: shape({}),
  run: async (tx, { code }) => {
    await define(tx);
    await fail(tx, code);
    return accepted({});
  },
});
const look = read({
  route: "GET /v1/failures",
  permission: "any",
  summary: "Fails as it is told",
  query: Code,
  reply: shape({}),
  run: async (_db, { code }) => {
    throw Object.assign(new Error("the database says no"), { code });
  },
});
const failing: Module = { name: "failing", routes: [write, look] };

describe("what the database cannot do now", () => {
  let platform: Platform;
  let database: TestDatabase;
  before(async () => {
    ({ platform, database } = await testPlatform([failing]));
  });

  const told: readonly [string, string, number, string | undefined, string | undefined][] = [
    ["a full disk", "53100", 503, "no_room", "60"],
    ["no memory", "53200", 503, "busy", "2"],
    ["too many connections", "53300", 503, "busy", "2"],
    ["a row that somebody holds", "55P03", 503, "busy", "2"],
    ["a broken rule of ours", "23505", 500, "internal", undefined],
  ];
  for (const [given, code, status, problem, retryAfter] of told) {
    it(`is told of ${given} as ${status} ${problem}, writing and reading`, async () => {
      const http = await createHttp(platform, async () => systemCaller);
      const headers = { "idempotency-key": code };
      const wrote = await http.inject({ method: "POST", url: "/v1/failures", payload: { code }, headers });
      const seen = await http.inject(`/v1/failures?code=${code}`);
      for (const answer of [wrote, seen]) {
        deepEqual(
          [answer.statusCode, answer.json().code, answer.headers["retry-after"]],
          [status, problem, retryAfter],
        );
      }
      await http.close();
    });
  }

  it("is told of a pool that has no connection to give", async () => {
    const pool = new pg.Pool({ ...database.address, max: 1, connectionTimeoutMillis: 500 });
    const held = await pool.connect();
    const error: unknown = await pool.connect().then(
      () => undefined,
      (caught: unknown) => caught,
    );
    held.release();
    await pool.end();
    equal(databaseTrouble(error)?.code, "busy");
  });

  it("calls a key in flight only where the key was waited for", async () => {
    const holder = new pg.Client(database.address);
    await holder.connect();
    await holder.query("begin");
    await holder.query(
      `insert into platform.idempotency (caller, key, fingerprint, created_at)
       values ('system', 'held', '\\x00', now())`,
    );
    const impatient = effect("test_be_impatient", "set local lock_timeout = '1ms'");
    const claim = claimingKey(platform, systemCaller, { key: "held", fingerprint: Buffer.from([0]) });
    const asked = transact(platform, systemCaller, async (tx) => {
      await impatient(tx);
      await claim(tx);
    });
    await rejects(asked, { status: 409, code: "idempotency_key_in_flight" });
    await holder.query("rollback");
    await holder.end();
  });
});
