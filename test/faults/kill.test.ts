import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Entry } from "./kill/journal.ts";
import { judge } from "./kill/judge.ts";
import { runKills } from "./kill/runKills.ts";

const asked = (key: string): Entry => ({ kind: "invoke", key, code: "c", serial: `S-${key}` });
const unknown = (key: string): Entry => ({ kind: "unknown", key, why: "gone" });
const promised = (key: string, contract: string | null = `ctr-${key}`): Entry => ({
  ...{ kind: "return", key, status: 201, contract, refusal: null },
});
const kept = (key: string, id = `ctr-${key}`) => ({ id, serial: `S-${key}` });

describe("activations while the database and the application are killed", () => {
  it("are neither lost nor doubled, and every invariant holds", async (t) => {
    const outcome = await runKills({ database: 3, app: 3, seed: 1 });
    const { acknowledged, lost, doubled, wrong, violations, left, kills } = outcome;
    t.diagnostic(`kill n=${kills} acknowledged=${acknowledged} unknown=${outcome.unknown}`);
    assert.deepEqual(
      { lost, doubled, wrong, violations, left },
      {
        ...{ lost: [], doubled: [], wrong: [], violations: [], left: [] },
      },
    );
    assert.ok(acknowledged > kills, "something was going on while it was killed");
    assert.ok(outcome.invariants >= 20);
  });

  it("are lost when somebody acknowledges before the commit, and the check says so", async () => {
    const { lost } = await runKills({ database: 0, app: 1, hasty: true, seed: 1 });
    assert.ok(lost.length > 0);
  });
});

describe("the check of a history", () => {
  const cases = [
    {
      given: "a promise that is kept",
      entries: [asked("1"), promised("1")],
      stock: [kept("1")],
      finds: [0, 0, 0],
    },
    { given: "a promise that is not", entries: [asked("1"), promised("1")], stock: [], finds: [1, 0, 0] },
    {
      given: "an unknown one that is there",
      entries: [asked("1"), unknown("1")],
      stock: [kept("1")],
      finds: [0, 0, 0],
    },
    { given: "an unknown one that is not", entries: [asked("1"), unknown("1")], stock: [], finds: [0, 0, 0] },
    {
      given: "an unknown one that is there twice",
      entries: [asked("1"), unknown("1")],
      stock: [kept("1"), kept("1", "ctr-2")],
      finds: [0, 1, 0],
    },
    {
      given: "a promise of another contract than is there",
      entries: [asked("1"), promised("1", "ctr-9")],
      stock: [kept("1")],
      finds: [0, 0, 1],
    },
    { given: "a contract nobody asked for", entries: [], stock: [kept("1")], finds: [0, 0, 1] },
    {
      given: "a refusal of one's own code after an answer was lost",
      entries: [
        asked("1"),
        unknown("1"),
        { kind: "return", key: "1", status: 409, contract: null, refusal: "409 code_refused" } as const,
      ],
      stock: [kept("1")],
      finds: [0, 0, 1],
    },
  ];
  for (const { given, entries, stock, finds } of cases) {
    it(`finds ${finds.join("/")} lost, doubled, wrong in ${given}`, () => {
      const { lost, doubled, wrong } = judge(entries, stock);
      assert.deepEqual([lost.length, doubled.length, wrong.length], finds);
    });
  }
});
