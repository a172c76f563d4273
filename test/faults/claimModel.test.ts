import { deepEqual, equal, match, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { ownerQuery } from "../support/ownerQuery.ts";
import { kinds } from "./claims/claimModel.ts";
import { type ClaimWorld, claimWorld } from "./claims/claimWorld.ts";
import { simulateClaims } from "./claims/simulateClaims.ts";

const SEED = Number(process.env.EVERMEND_TEST_SEED ?? 20_261_121) || 20_261_121;
/** All of it is 50,000: EVERMEND_MODEL_COMMANDS. */
const COMMANDS = Number(process.env.EVERMEND_MODEL_COMMANDS ?? 300);

let world: ClaimWorld;
before(async () => {
  world = await claimWorld();
});

test("whatever is done with cases, uses and spare units, they are what a small model says", async (t) => {
  const { commands, wrong } = await simulateClaims(world, { commands: COMMANDS, seed: SEED });
  t.diagnostic(`commands=${commands} seed=${SEED} ${JSON.stringify(world.seen)}`);
  equal(wrong, undefined, JSON.stringify(wrong));
  deepEqual(await world.shop.violations(), []);
  const rare = /^(replaceWorn|replaceTaken|replaceFree|next)$/;
  for (const kind of kinds.filter((one) => !rare.test(one))) {
    const came = (world.seen[`${kind} taken`] ?? 0) + (world.seen[`${kind} refused`] ?? 0);
    ok(came > 0, `${kind} was tried`);
  }
});

test("a case that was called off may have its serial retired by the next at the same instant", async () => {
  const kinds = [
    "report",
    "cancel",
    "report",
    "intake",
    "inspect",
    "choosePlan",
    "pay",
    "replaceNew",
  ] as const;
  equal(await world.run(kinds.map((kind) => ({ kind, device: 0 }))), undefined);
  deepEqual(await world.shop.violations(), []);
});

test("the control: uses that are not given back are found, and shrunk to a few commands", async () => {
  await ownerQuery(
    world.shop.database,
    `create function contracts.keep_uses() returns trigger language plpgsql as
       $$ begin if new.state = 'free' then return old; end if; return new; end $$;
     create trigger keep_uses before update on contracts.benefit_slot
       for each row execute function contracts.keep_uses()`,
  );
  const { wrong } = await simulateClaims(world, { commands: 5_000, seed: SEED });
  match(wrong?.says ?? "nothing was found", /"reserved":1.* and not .*"reserved":0/);
  ok((wrong?.commands.length ?? 99) <= 4, JSON.stringify(wrong));
});
