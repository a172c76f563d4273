import { parseArgs } from "node:util";
import { globalSetup, globalTeardown } from "../../support/globalSetup.ts";
import { claimWorld } from "./claimWorld.ts";
import { forgetUses } from "./forgetUses.ts";
import { seenIn } from "./seenIn.ts";
import { simulateClaims } from "./simulateClaims.ts";

const { values } = parseArgs({
  options: {
    commands: { type: "string", default: "50000" },
    worlds: { type: "string", default: "4" },
    seed: { type: "string", default: String(process.pid) },
  },
});
const [commands, lanes, seed] = [values.commands, values.worlds, values.seed].map(Number) as [
  number,
  number,
  number,
];
if (![commands, lanes, seed].every(Number.isInteger) || commands < 1 || lanes < 1) {
  console.error("usage: npm run faults -- claims [--commands N] [--worlds N, side by side] [--seed N]");
  process.exit(2);
}

const started = performance.now();
await globalSetup();
const worlds = await Promise.all(Array.from({ length: lanes }, claimWorld));
let next = 2_500;
const came = await simulateClaims(worlds, {
  ...{ commands, seed },
  told: (done) => {
    if (done >= next) {
      next += 2_500;
      console.log(`${done} of ${commands} after ${Math.round((performance.now() - started) / 1_000)} s`);
    }
  },
});
const seen = seenIn(worlds);
const found = await Promise.all(worlds.map(({ shop }) => shop.violations()));
const violations = found.flat();
const [first] = worlds;
if (first !== undefined) {
  await forgetUses(first.shop.database);
}
const control = await simulateClaims(worlds.slice(0, 1), { commands: 5_000, seed });
await Promise.all(worlds.map(({ shop }) => shop.stop()));
await globalTeardown();

console.table(seen);
if (came.wrong !== undefined) {
  console.error(JSON.stringify(came.wrong));
}
console.error(violations.map((one) => JSON.stringify(one)).join("\n"));
const controlFound = control.wrong?.says.includes('"reserved":1') === true;
console.log(`control (uses that are not given back): ${control.wrong?.says ?? "nothing was found"}`);
const isRight = came.wrong === undefined && violations.length === 0 && controlFound;
const seconds = Math.round((performance.now() - started) / 1_000);
const report = { name: "claims", n: came.commands, seed, seconds, wrong: came.wrong === undefined ? 0 : 1 };
console.log(JSON.stringify({ ...report, violations: violations.length, controlFound, isRight }));
process.exit(isRight ? 0 : 1);
