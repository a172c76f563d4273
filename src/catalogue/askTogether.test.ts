import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Database, Queryable, ReadContext } from "../platform/index.ts";
import { type AskedFor, askTogether } from "./askTogether.ts";

const at = Temporal.Instant.from("2026-06-01T10:00:00Z");

describe("what is asked for together", () => {
  const query: Queryable["query"] = () => assert.fail("only who asks is looked at");
  const platform = { database: { query } as Database } as ReadContext["platform"];
  const by = (asking: Queryable["query"], when = at) =>
    ({ at: when, query: asking, platform }) as unknown as ReadContext;
  const keysOf = (asked: readonly AskedFor[]) => asked.map(({ key }) => key);

  it("is asked for once in a turn, and each has the answer to what they asked, at their time", async () => {
    const statements: (readonly AskedFor[])[] = [];
    const ask = askTogether(async (_, asked) => {
      statements.push(asked);
      return asked.map(({ at: when, key }) => (key === "none" ? undefined : `${key} ${when}`));
    });
    const later = at.add({ hours: 1 });
    const answers = await Promise.all([
      ...[ask(by(query), "a"), ask(by(query), "none"), ask(by(query, later), "a"), ask(by(query), "b")],
    ]);
    assert.deepEqual(answers, [`a ${at}`, undefined, `a ${later}`, `b ${at}`]);
    assert.deepEqual(statements.map(keysOf), [["a", "none", "a", "b"]]);
    assert.equal(await ask(by(query), "c"), `c ${at}`);
    assert.equal(statements.length, 2);
  });

  it("is asked for in parts where it is much", async () => {
    const lengths: number[] = [];
    const ask = askTogether(async (_, asked) => {
      lengths.push(asked.length);
      return keysOf(asked);
    });
    const keys = Array.from({ length: 120 }, (_, no) => `${no}`);
    assert.deepEqual(await Promise.all(keys.map((key) => ask(by(query), key))), keys);
    assert.deepEqual(lengths, [50, 50, 20]);
  });

  it("is asked for alone within a transaction", async () => {
    const asking: Queryable["query"][] = [];
    const ask = askTogether(async (db, asked) => {
      asking.push(db.query);
      return keysOf(asked);
    });
    const ofTransaction: Queryable["query"] = () => assert.fail("only who asks is looked at");
    const answers = await Promise.all([ask(by(ofTransaction), "a"), ask(by(query), "b")]);
    assert.deepEqual(answers, ["a", "b"]);
    assert.deepEqual(new Set(asking), new Set([ofTransaction, query]));
  });

  it("fails for all who asked with it, and for nobody after them", async () => {
    let isAway = true;
    const ask = askTogether(async (_, asked) => {
      if (isAway) {
        throw new Error("the database is away");
      }
      return keysOf(asked);
    });
    const failed = await Promise.allSettled([ask(by(query), "a"), ask(by(query), "b")]);
    assert.deepEqual(
      failed.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    isAway = false;
    assert.equal(await ask(by(query), "a"), "a");
  });
});
