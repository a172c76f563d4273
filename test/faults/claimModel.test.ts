import { deepEqual, equal, match, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { type Kind, kinds } from "./claims/claimModel.ts";
import { type ClaimWorld, claimWorld } from "./claims/claimWorld.ts";
import { forgetUses } from "./claims/forgetUses.ts";
import { seenIn } from "./claims/seenIn.ts";
import { simulateClaims } from "./claims/simulateClaims.ts";

const SEED = Number(process.env.EVERMEND_TEST_SEED ?? 20_261_121) || 20_261_121;
/** `npm run faults -- claims` tries 50,000. */
const COMMANDS = Number(process.env.EVERMEND_MODEL_COMMANDS ?? 4_000);
const WORLDS = 3;

let worlds: readonly ClaimWorld[];
let world: ClaimWorld;
before(async () => {
  worlds = await Promise.all(Array.from({ length: WORLDS }, claimWorld));
  world = worlds[0] as ClaimWorld;
});

test("whatever is done with cases, uses and spare units, they are what a small model says", async (t) => {
  const { commands, wrong } = await simulateClaims(worlds, { commands: COMMANDS, seed: SEED });
  const seen = seenIn(worlds);
  t.diagnostic(`commands=${commands} seed=${SEED} ${JSON.stringify(seen)}`);
  equal(wrong, undefined, JSON.stringify(wrong));
  for (const { shop } of worlds) {
    deepEqual(await shop.violations(), []);
  }
  const rare = /^(replaceWorn|replaceTaken|replaceFree|next)$/;
  for (const kind of kinds.filter((one) => !rare.test(one))) {
    const came = (seen[`${kind} taken`] ?? 0) + (seen[`${kind} refused`] ?? 0);
    ok(came > 0, `${kind} was tried`);
  }
});

const TO_PAID = "report intake inspect choosePlan pay";

/** What went wrong once, or seemed to. */
const found = [
  [
    "a case that was called off may have its serial retired by the next at the same instant",
    `report cancel ${TO_PAID} replaceNew`,
  ],
  [
    "what was set aside for a case is not for the next one",
    `takeIn ${TO_PAID} reserve replaceAside ship close ${TO_PAID}`,
  ],
  [
    "a unit that was taken back and given again may be reported",
    `takeIn ${TO_PAID} replaceFree reverse replaceFree ship close report`,
  ],
] as const;

for (const [name, commands] of found) {
  test(name, async () => {
    const drawn = commands.split(" ").map((kind) => ({ kind: kind as Kind, device: 0 }));
    equal(await world.run(drawn), undefined);
    deepEqual(await world.shop.violations(), []);
  });
}

test("the control: uses that are not given back are found, and shrunk to a few commands", async () => {
  await forgetUses(world.shop.database);
  const { wrong } = await simulateClaims([world], { commands: 5_000, seed: SEED });
  match(wrong?.says ?? "nothing was found", /"reserved":1.* and not .*"reserved":0/);
  ok((wrong?.commands.length ?? 99) <= 4, JSON.stringify(wrong));
});
