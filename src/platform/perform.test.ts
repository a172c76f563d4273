import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import pg from "pg";
import { Type } from "typebox";
import type { TestDatabase } from "../../test/support/testDatabase.ts";
import { testPlatform } from "../../test/support/testPlatform.ts";
import {
  accepted,
  act,
  type Caller,
  effect,
  eventsOf,
  fingerprintOf,
  type IdempotencyKey,
  type Job,
  type Module,
  many,
  newId,
  one,
  type Platform,
  type Problem,
  perform,
  reaction,
  refusals,
  shape,
} from "./index.ts";

const refuse = refusals({ empty_hands: { says: "There is nothing to ring.", next: "Bring a bell." } });
const rung: string[] = [];
const tellTheVillage: Job<{ rootId: string }> = {
  name: "tell_the_village",
  run: async (_platform, { rootId }) => {
    rung.push(rootId);
  },
};

const ringBell = act({
  route: "POST /v1/bells/{id}/rings",
  permission: "bell.ring",
  summary: "Rings a bell",
  params: shape({ id: Type.String() }),
  body: shape({ times: Type.Integer() }),
  reply: shape({ times: Type.Integer(), at: Type.String() }),
  status: 201,
  run: async (tx, command, at) => {
    tx.record(
      command.id,
      Array.from({ length: Math.max(1, command.times) }, (_, ring) => ({ type: "BellRung", ring })),
    );
    return command.times === 0
      ? refuse("empty_hands")
      : accepted({ times: command.times, at: at.toString() });
  },
});
const bells: Module = {
  name: "bells",
  routes: [ringBell],
  jobs: [tellTheVillage as Job<never>],
  reactions: [reaction("BellRung", tellTheVillage, (_event, rootId) => ({ rootId }))],
};
const ringer: Caller = { role: "staff", id: "person:ringer" };

function keyFor(key: string, body: unknown): IdempotencyKey {
  return { key, fingerprint: fingerprintOf(ringBell.route, {}, body) };
}

describe("performing an act", () => {
  let platform: Platform;
  let database: TestDatabase;
  before(async () => {
    ({ platform, database } = await testPlatform([bells]));
  });
  const ring = (id: string, times: number, key?: string, sent: unknown = { times }) =>
    perform(
      platform,
      ringer,
      ringBell,
      { id, times },
      { key: key === undefined ? undefined : keyFor(key, sent) },
    );

  it("writes its events in order, chained, and runs the jobs that follow", async () => {
    const id = newId(Temporal.Now.instant());
    await ring(id, 3);
    await ring(id, 1);
    const events = await eventsOf(platform.database, id);
    assert.deepEqual(
      events.map(({ seq, actor, body }) => [seq, actor, body.ring]),
      [
        [1, "person:ringer", 0],
        [2, "person:ringer", 1],
        [3, "person:ringer", 2],
        [4, "person:ringer", 0],
      ],
    );
    await platform.jobs.drained();
    assert.equal(rung.filter((rootId) => rootId === id).length, 4);
  });

  it("answers a repeated key with the first answer and does nothing twice, also at once", async () => {
    const id = newId(Temporal.Now.instant());
    const first = await ring(id, 2, "k1");
    assert.deepEqual(await ring(id, 2, "k1"), first);
    const settled = await Promise.allSettled(Array.from({ length: 20 }, () => ring(id, 2, "k2")));
    for (const outcome of settled) {
      assert.ok(
        outcome.status === "fulfilled" || (outcome.reason as Problem).code === "idempotency_key_in_flight",
      );
    }
    assert.equal((await eventsOf(platform.database, id)).length, 4);
  });

  it("tells a key used for another request apart", async () => {
    const id = newId(Temporal.Now.instant());
    await ring(id, 1, "k3");
    await assert.rejects(ring(id, 2, "k3"), (error: Problem) => error.status === 422);
  });

  it("keeps nothing of a refused act, and refuses the repeated key alike", async () => {
    const id = newId(Temporal.Now.instant());
    const refused = await ring(id, 0, "k4");
    assert.equal(refused.refused?.code, "empty_hands");
    assert.deepEqual(await ring(id, 0, "k4"), refused);
    assert.equal((await eventsOf(platform.database, id)).length, 0);
  });

  it("keeps nothing that a request could be guessed from, and knows keys kept before it was so", async () => {
    const callers: readonly Caller[] = [ringer, { role: "public", id: "public" }];
    for (const caller of callers) {
      const id = newId(Temporal.Now.instant());
      const ask = (times: number, key: string) =>
        perform(platform, caller, ringBell, { id, times }, { key: keyFor(key, { times }) });
      const { fingerprint } = keyFor("", { times: 1 });
      const first = await ask(1, `new ${caller.id}`);
      const kept = "select caller, fingerprint, body from platform.idempotency where key = $1";
      const { rows } = await platform.database.pool.query(kept, [`new ${caller.id}`]);
      const [row] = rows as { caller: string; fingerprint: Buffer }[];
      assert.equal(row?.fingerprint.includes(fingerprint), false);
      assert.equal(row?.caller.includes(fingerprint.toString("base64url")), false);
      // As rows stood before: the fingerprint itself, by which strangers were told apart too.
      const space = caller.role === "public" ? `public ${fingerprint.toString("base64url")}` : caller.id;
      await platform.database.pool.query(
        `insert into platform.idempotency (caller, key, fingerprint, status, body, created_at)
         select $1, $2, $3, status, body, created_at from platform.idempotency where key = $4`,
        [space, `old ${caller.id}`, fingerprint, `new ${caller.id}`],
      );
      assert.deepEqual(await ask(1, `old ${caller.id}`), first);
      assert.equal((await eventsOf(platform.database, id)).length, 1);
    }
    await assert.rejects(
      perform(platform, ringer, ringBell, { id: "x", times: 2 }, { key: keyFor("old person:ringer", {}) }),
      (error: Problem) => error.status === 422,
    );
  });

  it("keeps the keys of strangers apart: none is taken, none answers another's request", async () => {
    const stranger: Caller = { role: "public", id: "public" };
    const id = newId(Temporal.Now.instant());
    const ask = (times: number) =>
      perform(platform, stranger, ringBell, { id, times }, { key: keyFor("everybody's", { times }) });
    const first = await ask(1);
    assert.equal((await ask(2)).reply?.times, 2);
    assert.deepEqual(await ask(1), first, "the same request is still one request");
    assert.equal((await eventsOf(platform.database, id)).length, 3);
  });

  for (const [secretReply, again, rings] of [
    ["shown_once", "answer_shown_once", 1],
    ["shown_again", undefined, 2],
  ] as const) {
    it(`keeps no reply that is a secret ${secretReply}, and knows its key all the same`, async () => {
      const secret = { ...ringBell, secretReply };
      const id = newId(Temporal.Now.instant());
      const ask = (times: number) =>
        perform(platform, ringer, secret, { id, times }, { key: keyFor(secretReply, { times }) });
      await ask(1);
      const repeated = await ask(1).then(
        () => undefined,
        (error: Problem) => error.code,
      );
      assert.equal(repeated, again);
      await assert.rejects(ask(2), (error: Problem) => error.status === 422);
      assert.equal((await eventsOf(platform.database, id)).length, rings);
      const kept = await keptBodies(platform.database, secretReply);
      assert.deepEqual(kept, [{ body: { secret: true } }]);
    });
  }

  it("keeps nothing of a dry run", async () => {
    const id = newId(Temporal.Now.instant());
    const performed = await perform(platform, ringer, ringBell, { id, times: 2 }, { dryRun: true });
    assert.equal(performed.status, 200);
    assert.equal(performed.reply?.times, 2);
    assert.equal((await eventsOf(platform.database, id)).length, 0);
  });

  it("goes through when the server ends the connection under it, once", async () => {
    const id = newId(Temporal.Now.instant());
    const cutOnce = cuttingAct(database);
    await perform(platform, ringer, cutOnce.act, { id, times: 1 }, { key: keyFor("k5", {}) });
    assert.equal(cutOnce.runs(), 2);
    assert.equal((await eventsOf(platform.database, id)).length, 1);
  });

  it("cannot change or remove what is append-only", async () => {
    const change = effect(
      "test_change_event",
      "update platform.event set actor = 'nobody' where root_id = $1",
    );
    const remove = effect("test_remove_event", "delete from platform.event where root_id = $1");
    for (const attempt of [change, remove]) {
      await assert.rejects(attempt(platform.database, "any"), { code: "42501" });
    }
  });

  it("chains hashes so that a changed body shows", async () => {
    const id = newId(Temporal.Now.instant());
    await ring(id, 5);
    assert.equal((await brokenLinks(platform.database, id)).length, 0);
    assert.equal((await brokenLinksIfChanged(platform.database, id)).length, 5 - 2);
  });
});

const keptBodies = many<{ body: unknown }>(
  "test_kept_bodies",
  "select body from platform.idempotency where key = $1",
);

/** Rows whose hash does not follow from the row before. */
const brokenLinks = many<{ seq: number }>(
  "test_broken_links",
  `select seq from (
     select *, coalesce(lag(hash) over (order by seq), ''::bytea) as before
       from platform.event where root_id = $1
   ) as chained
   where hash <> platform.event_hash(before, root_id, seq, type, at, actor, body)`,
);

/** The control: the same check over a chain whose third row was replaced by one with its own right hash. */
const brokenLinksIfChanged = many<{ seq: number }>(
  "test_broken_links_if_changed",
  `with recursive forged as (
     select root_id, seq, type, at, actor,
            case when seq = 3 then '{"ring": 99}'::jsonb else body end as body, hash
       from platform.event where root_id = $1
   ), chain as (
     select 0 as seq, ''::bytea as hash
     union all
     select f.seq, platform.event_hash(c.hash, f.root_id, f.seq, f.type, f.at, f.actor, f.body)
       from chain c join forged f on f.seq = c.seq + 1
   )
   select f.seq from forged f join chain c using (seq) where f.hash <> c.hash`,
);

function cuttingAct(database: TestDatabase): { act: typeof ringBell; runs(): number } {
  let runs = 0;
  const ownPid = one<{ pid: number }>("test_own_pid", "select pg_backend_pid() as pid");
  return {
    runs: () => runs,
    act: {
      ...ringBell,
      run: async (tx, command, at) => {
        runs += 1;
        if (runs === 1) {
          await endBackend(database, (await ownPid(tx)).pid);
        }
        return await ringBell.run(tx, command, at);
      },
    },
  };
}

async function endBackend(database: TestDatabase, pid: number): Promise<void> {
  const owner = new pg.Client(database.address);
  await owner.connect();
  await owner.query("select pg_terminate_backend($1)", [pid]);
  await owner.end();
}
