import { parseArgs } from "node:util";
import fc from "fast-check";
import { cardBrands } from "../../../src/money/holds/cardWindows.ts";
import { planHold } from "../../../src/money/holds/planHold.ts";
import { holdLife } from "../../support/holdLife.ts";
import { holdFaults } from "../../support/judgeHold.ts";
import { simulateHold } from "../../support/simulateHold.ts";
import { wrongPlans } from "../../support/wrongPlans.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10000" },
    seed: { type: "string", default: String(process.pid) },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error(
    "usage: npm run faults -- holds [--runs N] [--seed N], N advance exchanges that are lived through",
  );
  process.exit(2);
}

const started = performance.now();
const lives = fc.sample(holdLife, { numRuns: runs, seed });
const faults = Object.fromEntries(holdFaults.map((fault) => [fault, 0]));
const ended: Record<string, number> = {};
let renewals = 0;
let exposed = 0;
for (const life of lives) {
  const verdict = simulateHold(life, planHold);
  for (const fault of verdict.faults) {
    faults[fault] = (faults[fault] ?? 0) + 1;
    console.error(fault, JSON.stringify(life));
  }
  ended[verdict.ended] = (ended[verdict.ended] ?? 0) + 1;
  renewals += verdict.renewals;
  exposed += verdict.exposedHours > 0 ? 1 : 0;
}
const controls = wrongPlans.map(({ name, fault, plan }) => {
  const caught = lives
    .slice(0, 1_000)
    .filter((life) => simulateHold(life, plan).faults.includes(fault)).length;
  return { name, fault, caught };
});
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `returns ${runs}, brands ${cardBrands.length}, authorised anew ${renewals} times`,
  `seed ${seed}, ${seconds} s`,
);
console.log(`ended ${JSON.stringify(ended)}; a bank said no for good, and a person knew before: ${exposed}`);
console.log(`faults ${JSON.stringify(faults)}`);
for (const { name, fault, caught } of controls) {
  console.log(
    `control: a plan that ${name} was ${caught > 0 ? "found" : "MISSED"} (${fault}, ${caught} of 1000)`,
  );
}
console.log(JSON.stringify({ name: "holds", n: runs, seed, faults, ended, renewals, exposed, controls }));
const isSound =
  Object.values(faults).every((count) => count === 0) && controls.every(({ caught }) => caught > 0);
process.exitCode = isSound ? 0 : 1;
