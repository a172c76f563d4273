import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { eventsOf, type Job, systemCaller, type Tx, transact } from "./index.ts";

/** Nobody has made a queue for it. */
const stray: Job<object> = { name: "stray", run: async () => undefined };
const DUE = Temporal.Instant.from("2030-01-01T00:00:00Z");

test("whatever a transaction leaves behind is kept as a whole or not at all", async () => {
  const { platform } = await testPlatform([], { clock: "test" });
  const leave: Readonly<Record<string, (tx: Tx, rootId: string) => void>> = {
    event: (tx, rootId) => tx.record(rootId, [{ type: "Happened" }, { type: "HappenedAgain" }]),
    set: (tx, rootId) => tx.schedule(rootId, "some_kind", "a", DUE),
    met: (tx, rootId) => tx.meet(rootId, "some_kind", "b"),
  };
  const kinds = Object.keys(leave);
  const left = async (rootId: string): Promise<readonly unknown[]> => {
    const { rows } = await platform.database.pool.query(
      "select key from platform.deadline where root_id = $1",
      [rootId],
    );
    return [(await eventsOf(platform.database, rootId)).map(({ type }) => type), rows.length];
  };
  for (let some = 1; some < 2 ** kinds.length; some += 1) {
    const chosen = kinds.filter((_, place) => (some & (1 << place)) !== 0);
    const rootId = `root-${some}`;
    const work = async (tx: Tx): Promise<void> => {
      for (const kind of chosen) {
        leave[kind]?.(tx, rootId);
      }
    };
    await rejects(
      transact(platform, systemCaller, async (tx) => {
        await work(tx);
        tx.enqueue(stray, {});
      }),
      /null value/,
    );
    deepEqual(await left(rootId), [[], 0], `${chosen}`);
    await transact(platform, systemCaller, work);
    const events = chosen.includes("event") ? ["Happened", "HappenedAgain"] : [];
    deepEqual(await left(rootId), [events, chosen.includes("set") ? 1 : 0], `${chosen}`);
  }
  const { rows } = await platform.database.pool.query("select count(*)::int as n from pgboss.job");
  equal(rows[0].n, 0);
});

test("a transaction whose failed statement was kept quiet is not taken for kept", async () => {
  const { platform } = await testPlatform([], { clock: "test" });
  const work = async (tx: Tx): Promise<void> => {
    tx.record("root", [{ type: "Happened" }]);
    await tx.query({ name: "broken", text: "select 1 / 0" }, []).catch(() => undefined);
  };
  await rejects(transact(platform, systemCaller, work));
  deepEqual(await eventsOf(platform.database, "root"), []);
});

test("nothing to leave behind, and a statement that failed quietly: no commit either", async () => {
  const { platform } = await testPlatform([], { clock: "test" });
  const work = async (tx: Tx): Promise<void> => {
    await tx.query({ name: "broken", text: "select 1 / 0" }, []).catch(() => undefined);
  };
  await rejects(transact(platform, systemCaller, work), /a statement failed/);
});

test("deadlines are met by their key, however many stand open and however few there were", async () => {
  const { platform } = await testPlatform([], { clock: "test" });
  const looked = async (): Promise<number> => {
    const { rows } = await platform.database.pool.query(
      `select (i.idx_tup_read + t.seq_tup_read)::int as n
         from pg_stat_user_indexes i join pg_stat_user_tables t using (relid)
        where i.indexrelname = 'deadline_open'`,
    );
    return rows[0].n;
  };
  const meetTwo = async (rootId: string): Promise<void> =>
    await transact(platform, systemCaller, async (tx) => {
      // Planned once, as it is for whoever has met deadlines for a while.
      await tx.query({ name: "plan_once", text: "set local plan_cache_mode = force_generic_plan" }, []);
      // As a database of one's own has it, which finds looking through a small table cheap.
      await tx.query({ name: "as_it_comes", text: "set local random_page_cost = 4" }, []);
      await tx.query({ name: "count_now", text: "select pg_stat_force_next_flush()" }, []);
      tx.meet(rootId, "some_kind", "a");
      tx.meet(rootId, "some_kind", "b");
    });
  await meetTwo("nobody");
  const open = 2_000;
  await transact(platform, systemCaller, async (tx) => {
    for (let no = 0; no < open; no += 1) {
      tx.schedule(`root-${no}`, "some_kind", "a", DUE);
      tx.schedule(`root-${no}`, "some_kind", "b", DUE);
    }
  });
  const before = await looked();
  await meetTwo("root-7");
  equal((await looked()) - before, 0, "rows of all that stands open that were looked through");
  const { rows } = await platform.database.pool.query(
    "select root_id, key from platform.deadline where met_at is not null order by key",
  );
  deepEqual(rows, [
    { root_id: "root-7", key: "a" },
    { root_id: "root-7", key: "b" },
  ]);
});
