import { parseArgs } from "node:util";
import { globalSetup, globalTeardown } from "../../support/globalSetup.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { chanceOf } from "../payments/chance.ts";
import { killEarning, UNTIED_SALES } from "./killEarning.ts";
import { killItself } from "./killItself.ts";
import { killReconciling, STRAY_TIE } from "./killReconciling.ts";
import { CONTROLS, KILLS } from "./killTable.ts";
import { runKills, wrongOnes } from "./runKills.ts";
import { simulateLedger } from "./simulateLedger.ts";
import { simulateMoney } from "./simulateMoney.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    runs: { type: "string", default: "40" },
    sales: { type: "string", default: "5000" },
    seed: { type: "string", default: String(process.pid) },
  },
});
const [rounds, runs, sales, seed] = [values.rounds, values.runs, values.sales, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
if (![rounds, runs, sales, seed].every(Number.isInteger) || rounds < 1 || sales < 1_000) {
  console.error(
    "usage: npm run faults -- money [--rounds N] [--runs N] [--sales N, at least 1000] [--seed N]",
  );
  process.exit(2);
}

const started = performance.now();
await globalSetup();
let [kills, wrong, gaps, violations] = [0, 0, 0, 0];
for (let round = 1; round <= rounds; round += 1) {
  const came = await runKills(KILLS);
  const itself = await killItself();
  kills += came.kills.length + itself.renewed;
  wrong +=
    wrongOnes(came).length + Number(itself.atBank !== 3 || itself.captured !== 3 || itself.renewed !== 3);
  gaps += came.gaps.length + itself.gaps.length;
  violations += came.violations.length + itself.violations.length;
  console.log(
    `round ${round} of ${rounds}: kills=${kills} wrong=${wrong} gaps=${gaps} violations=${violations}`,
  );
}
const chance = chanceOf(seed);
const points = Array.from(
  { length: rounds },
  () => `${chance.pick(["sales_saved", "sales_earned"])}:${chance.pick([1, 2, 3, 4])}`,
);
const earning = await killEarning(sales, points.slice(0, Math.floor(sales / 1_000)), "2026-06-15T00:00:00Z");
const earned = Math.floor((4_797 * 142) / 365);
const untied = (await ownerQuery(earning.database, UNTIED_SALES, [earned])).length;
console.log(`earning sales=${sales} kills=${earning.kills} at ${points.join(" ")} untied=${untied}`);
const nights = await killReconciling();
const isReconciled =
  nights.findsPlanted &&
  nights.wrong.length === 0 &&
  nights.differences.join() === "captured_there_not_here" &&
  JSON.stringify(nights.untied) === JSON.stringify([STRAY_TIE]);
console.log(`nights kills=${nights.kills} wrong=${nights.wrong.length} isReconciled=${isReconciled}`);
const model = await simulateMoney({ runs, steps: 60, seed });
console.table(model.seen);
console.log(`model runs=${runs} steps=${model.taken} plans=${model.plans} missing=${model.missing}`);
const ledger = await simulateLedger({ runs, steps: 60, seed });
console.table(ledger.seen);
console.log(`ledger steps=${ledger.taken} undetected=${ledger.undetected.length}`);
const control = await runKills(CONTROLS, { forgetsKeys: true });
const controlWrong = wrongOnes(control).length;
console.log(`control (a bank that forgets its keys): wrong=${controlWrong} of ${CONTROLS.length}`);
await globalTeardown();

violations += earning.violations.length + nights.violations.length + model.violations.length;
violations += ledger.violations.length;
const isRight =
  model.findsPlanted &&
  isReconciled &&
  ledger.undetected.length + ledger.heldAndLost === 0 &&
  wrong + gaps + violations + untied + model.missing === 0 &&
  controlWrong === CONTROLS.length;
const seconds = Math.round((performance.now() - started) / 1_000);
const report = {
  name: "money",
  n: kills + earning.kills + nights.kills,
  seed,
  seconds,
  kills,
  wrong,
  gaps,
  violations,
};
console.log(
  JSON.stringify({ ...report, sales, untied, steps: model.taken + ledger.taken, controlWrong, isRight }),
);
process.exit(isRight ? 0 : 1);
