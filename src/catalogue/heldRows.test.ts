import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import type { Platform, Queryable } from "../platform/index.ts";
import { heldRows } from "./heldRows.ts";

/** Lets everything go on that waits for no time. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
  }
}

describe("rows held in the process", () => {
  let table: string;
  let askedBy: Queryable[];
  let pool: { ended: boolean };
  let platform: Platform;
  const query: Queryable["query"] = () => assert.fail("only who asks is looked at");
  const held = heldRows(async (db) => {
    askedBy.push(db);
    return table;
  });
  const transaction = () => ({ query, platform });
  const byPool = () => askedBy.filter((db) => db.query === platform.database.query).length;

  beforeEach(() => {
    mock.timers.enable({ apis: ["setInterval"] });
    [table, askedBy, pool] = ["first", [], { ended: false }];
    const ofPool: Queryable["query"] = () => assert.fail("only who asks is looked at");
    platform = { database: { query: ofPool, pool } } as unknown as Platform;
  });
  afterEach(() => mock.timers.reset());

  it("are read by the first who asks, and then beside the transactions", async () => {
    assert.deepEqual([await held.rows(transaction()), await held.rows(transaction())], ["first", "first"]);
    assert.deepEqual([askedBy.length, byPool()], [1, 0]);
    table = "second";
    for (let round = 1; round <= 5; round += 1) {
      mock.timers.tick(2_000);
      await quiet();
    }
    assert.equal(await held.rows(transaction()), "second");
    assert.deepEqual([askedBy.length, byPool()], [6, 5]);
  });

  it("are read no more once the pool is closed", async () => {
    await held.rows(transaction());
    pool.ended = true;
    mock.timers.tick(20_000);
    await quiet();
    assert.equal(askedBy.length, 1);
  });

  it("are what the younger question answered, whichever answer came first", async () => {
    const answers: ((rows: string) => void)[] = [];
    const slow = heldRows(() => new Promise<string>((resolve) => answers.push(resolve)));
    const [first, second] = [slow.readAgain(transaction()), slow.readAgain(transaction())];
    answers[1]?.("younger");
    await second;
    answers[0]?.("older");
    assert.equal(await first, "older");
    assert.equal(await slow.rows(transaction()), "younger");
  });
});
