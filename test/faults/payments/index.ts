import { parseArgs } from "node:util";
import { globalSetup, globalTeardown } from "../../support/globalSetup.ts";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { testPlatform } from "../../support/testPlatform.ts";
import { testRoots } from "../../support/testRoots.ts";
import { messages, simulatePayments } from "./simulatePayments.ts";

const { values } = parseArgs({
  options: {
    payments: { type: "string", default: "20000" },
    seed: { type: "string", default: String(process.pid) },
  },
});
const payments = Number(values.payments);
const seed = Number(values.seed);
if (!Number.isInteger(payments) || payments < 1 || !Number.isInteger(seed)) {
  console.error("usage: npm run faults -- payments [--payments N] [--seed N]");
  process.exit(2);
}

const started = performance.now();
await globalSetup();
const { platform, database, stop } = await testPlatform([testRoots, messages], {
  clock: "test",
  poolSize: 20,
});
const came = await simulatePayments(platform, { payments, seed });
const violations = await invariantSweep(database);
const control = await simulatePayments(platform, { payments: 200, seed, forgetsKeys: true });
await stop();
await globalTeardown();

const { doubled, lost, unresolved, seen, ...figures } = came;
const seconds = Math.round((performance.now() - started) / 1000);
console.table(seen);
console.log(`payments n=${payments} tries=${came.tries} seed=${seed} time=${seconds}s`);
console.log(`captured=${came.captured} refunded=${came.refunded}`);
console.log(`doubled=${doubled.length} lost=${lost.length} unresolved=${unresolved.length}`);
console.log(`violations=${violations.length}`);
console.log(`control (a bank that forgets its keys): doubled=${control.doubled.length} of 200`);
const isRight =
  doubled.length + lost.length + unresolved.length + violations.length === 0 &&
  came.clearingMinor === came.bankMinor &&
  control.doubled.length > 0;
const report = {
  ...{ name: "payments", n: payments, seed, seconds, ...figures },
  ...{ doubled: doubled.length, lost: lost.length, unresolved: unresolved.length },
  ...{ violations: violations.length, controlDoubled: control.doubled.length, isRight },
};
console.log(JSON.stringify(report));
process.exit(isRight ? 0 : 1);
