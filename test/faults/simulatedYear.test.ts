import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { judgeYear } from "./year/judgeYear.ts";
import { endings } from "./year/lives.ts";
import { missDeadlines } from "./year/missDeadlines.ts";
import { simulateYear } from "./year/simulateYear.ts";

const SEED = 20_261_121;
/** `npm run faults -- year` plays 5,000. */
const DEVICES = Number(process.env.EVERMEND_YEAR_DEVICES ?? 1_500);

test("a year of thousands of devices goes as the terms say, each deadline in time and order", async (t) => {
  const year = await simulateYear(DEVICES, SEED);
  const { app, expected, differences, violations, seen } = year;
  t.diagnostic(`n=${DEVICES} seed=${SEED} by themselves=${expected.length} ${JSON.stringify(seen)}`);
  try {
    deepEqual(differences, []);
    deepEqual(violations, []);
    ok(expected.length > (DEVICES / 3) * (5 / endings.length), "much was left alone");

    // The controls: what is told wrongly, handled late or skipped is noticed.
    const [first] = expected;
    ok(first !== undefined);
    const elsewhere = [{ ...first, at: "2026-12-31T00:00:00Z" }, ...expected.slice(1)];
    equal((await judgeYear(app.database, elsewhere)).length, 2);
    const { late, skipped } = await missDeadlines(year, DEVICES);
    match(late.join("; "), /did not happen: ClaimLapsed.*happened for no reason: ClaimLapsed.*was due/);
    match(skipped.join("; "), /did not happen: ClaimLapsed/);
    ok(!skipped.some((line) => line.startsWith("happened")), skipped.join("; "));
  } finally {
    await app.stop();
  }
});
