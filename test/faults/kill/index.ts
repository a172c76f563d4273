import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { type KillOutcome, runKills } from "./runKills.ts";

/** The goal, with both on two cores nobody else uses. */
const BACK_WITHIN_MS = 5_000;
const CONTROL_KILLS = 4;

/** The invariant that each event follows from the one before it. */
const CHAIN = 39;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "25" },
    seed: { type: "string", default: String(process.pid) },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
if (!Number.isInteger(kills) || kills < 1) {
  console.error(
    "usage: npm run faults -- kill [--kills N] [--seed N], N kills of the database and N of the application",
  );
  process.exit(2);
}

const slowest = (of: readonly number[]): number => Math.max(0, ...of);

function summary(name: string, outcome: KillOutcome): string {
  const { asked, acknowledged, unknown, lost, doubled, wrong, violations, recoveriesMs, seconds } = outcome;
  return (
    `${name} n=${outcome.kills} asked=${asked} acknowledged=${acknowledged} unknown=${unknown}` +
    ` lost=${lost.length} doubled=${doubled.length} wrong=${wrong.length} violations=${violations.length}` +
    ` slowest=${slowest([...recoveriesMs.database, ...recoveriesMs.app])}ms seed=${seed} time=${seconds}s`
  );
}

const tell = (line: string) => console.error(line);
const outcome = await runKills({ database: kills, app: kills, seed, tell });
for (const finding of [...outcome.lost, ...outcome.doubled, ...outcome.wrong, ...outcome.violations]) {
  console.log("  ", finding);
}
console.log(summary("kill", outcome));

const control = await runKills({
  database: CONTROL_KILLS / 2,
  app: CONTROL_KILLS / 2,
  hasty: true,
  seed,
  tell,
});
console.log(summary("control, acknowledged before the commit:", control));

const { database, app } = outcome.recoveriesMs;
const late = [...database, ...app].filter((took) => took > BACK_WITHIN_MS).length;
if (late > 0) {
  console.log(`${late} of ${outcome.kills} were back after more than 5 s; load ${loadavg()[0]?.toFixed(1)}`);
}
const { lost, doubled, wrong, violations, left } = outcome;
const whole = [lost, doubled, wrong, violations, left].every((found) => found.length === 0);
const caught = control.lost.length > 0;
console.log(
  JSON.stringify({
    name: "kill",
    figures: {
      ...{ lost: lost.length, doubled: doubled.length, wrong: wrong.length, violations: violations.length },
      ...{ acknowledged: outcome.acknowledged, unknown: outcome.unknown, left: left.length },
      slowestMs: { database: slowest(database), app: slowest(app) },
      brokenChains: violations.filter(({ invariant }) => invariant === CHAIN).length,
      backAfterMoreThan5s: late,
    },
    control: { lost: control.lost.length, acknowledged: control.acknowledged, caught },
    n: {
      database: database.length,
      app: app.length,
      activations: outcome.asked,
      invariants: outcome.invariants,
    },
    conditions: { clients: 8, seed, load: loadavg()[0], runtime: process.version, seconds: outcome.seconds },
  }),
);
process.exitCode = whole && caught ? 0 : 1;
