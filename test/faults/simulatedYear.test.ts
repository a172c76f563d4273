import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../support/ownerQuery.ts";
import { judgeYear } from "./year/judgeYear.ts";
import { endings } from "./year/lives.ts";
import { simulateYear } from "./year/simulateYear.ts";

const SEED = 20_261_121;
const DEVICES = Number(process.env.EVERMEND_YEAR_DEVICES ?? 5_000);

test("a year of thousands of devices goes as the terms say, each deadline in time and order", async (t) => {
  const { app, expected, differences, violations, seen } = await simulateYear(DEVICES, SEED);
  t.diagnostic(`n=${DEVICES} seed=${SEED} by themselves=${expected.length} ${JSON.stringify(seen)}`);
  try {
    deepEqual(differences, []);
    deepEqual(violations, []);
    ok(expected.length > (DEVICES / 3) * (5 / endings.length), "much was left alone");

    // The controls: what is told wrongly, late or out of order is noticed.
    const [first] = expected;
    ok(first !== undefined);
    const elsewhere = [{ ...first, at: "2026-12-31T00:00:00Z" }, ...expected.slice(1)];
    equal((await judgeYear(app.database, elsewhere)).length, 2);
    await ownerQuery(
      app.database,
      `update platform.deadline set met_at = due_at + interval '1 second'
        where root_id = $1 and met_at = due_at`,
      [first.rootId],
    );
    ok((await judgeYear(app.database, expected)).length > 0);
  } finally {
    await app.stop();
  }
});
