import { parseArgs } from "node:util";
import { globalSetup, globalTeardown } from "../../support/globalSetup.ts";
import { missDeadlines } from "./missDeadlines.ts";
import { simulateYear } from "./simulateYear.ts";

const { values } = parseArgs({
  options: {
    devices: { type: "string", default: "5000" },
    seed: { type: "string", default: "20261121" },
  },
});
const [devices, seed] = [values.devices, values.seed].map(Number) as [number, number];
if (![devices, seed].every(Number.isInteger) || devices < 50) {
  console.error("usage: npm run faults -- year [--devices N, at least 50] [--seed N]");
  process.exit(2);
}

const started = performance.now();
const seconds = (): number => Math.round((performance.now() - started) / 1_000);
await globalSetup();
const year = await simulateYear(devices, seed, (day) => {
  if (day % 30 === 0) {
    console.log(`day ${day} after ${seconds()} s`);
  }
});
const { app, expected, differences, violations, seen } = year;
console.table(seen);
for (const line of [...differences, ...violations.map((one) => JSON.stringify(one))]) {
  console.error(line);
}
const { late, skipped } = await missDeadlines(year, devices);
console.log(`control (an end that is handled late): ${late.join("; ")}`);
console.log(`control (an end that is skipped): ${skipped.join("; ")}`);
await app.stop();
await globalTeardown();

const controlFound = late.some((line) => line.includes("was due")) && skipped.length > 0;
const isRight = differences.length + violations.length === 0 && controlFound;
const report = { name: "year", n: devices, seed, seconds: seconds(), byThemselves: expected.length };
console.log(
  JSON.stringify({
    ...report,
    ...{ differences: differences.length, violations: violations.length, controlFound, isRight },
  }),
);
process.exit(isRight ? 0 : 1);
