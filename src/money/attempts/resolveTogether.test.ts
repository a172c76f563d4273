import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { planLines } from "../../../test/support/chargeLines.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import { newId, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { chargeMatter } from "../charges/chargeMatter.ts";
import { chargeOf, createCharge, startPayment } from "../index.ts";
import type { Provider, ProviderAnswer } from "../matter.ts";
import { providerNamed } from "../providers/index.ts";
import type { AttemptKey } from "./attempt.ts";
import { resolveTogether } from "./resolveTogether.ts";

let platform: Platform;
let database: { readonly address: object };
/** Roots that nobody locks many at once. */
const slow = new Set<string>();

before(async () => {
  const lockRoots = async (tx: Parameters<typeof lockTestRoot>[0], ids: readonly string[]) => {
    const ours = ids.filter((id) => !slow.has(id)).toSorted();
    for (const id of ours) {
      await lockTestRoot(tx, id);
    }
    return ours;
  };
  // Without money's reactions: the test itself is the queue.
  ({ platform, database } = await testPlatform([{ ...testRoots, lockRoots }], { clock: "test" }));
});

async function started(method = "test_success"): Promise<AttemptKey> {
  const amount = { amount: 4_425, currency: "EUR" };
  return await transact(platform, systemCaller, async (tx) => {
    const rootId = newId(tx.at);
    const lines = planLines(1, 3_569, 856);
    const charge = await createCharge(tx, rootId, { purpose: "order", amount, lines });
    await startPayment(tx, charge, method);
    return { rootId, about: "charge", no: 1, attemptNo: 1 };
  });
}

const states = async (keys: readonly AttemptKey[]): Promise<unknown[]> =>
  await Promise.all(
    keys.map(async ({ rootId }) => {
      const charge = await chargeOf(platform.database, rootId, 1);
      return [charge?.state, charge?.attempt?.state];
    }),
  );
const CAPTURED = ["captured", "succeeded"];
const sources = { matterOf: () => chargeMatter, providers: providerNamed };

test("payments that wait at the same time are captured by one transaction, the others each", async () => {
  const methods = ["test_success", "test_declined", "test_success", "test_unknown", "test_pending"];
  const keys = await Promise.all(methods.map((method) => started(method)));
  const alone = await started();
  slow.add(alone.rootId);
  const all = [...keys, alone];
  equal((await resolveTogether(platform, all, sources)).size, 0);
  deepEqual(await states(all), [
    ...[CAPTURED, ["open", "failed"], CAPTURED, ["open", "unknown"], ["open", "pending"], CAPTURED],
  ]);
  const { rows } = await platform.database.pool.query(
    `select count(distinct tx)::integer as n from platform.event
      where type = 'ChargeCaptured' and root_id = any($1::text[])`,
    [[keys[0]?.rootId, keys[2]?.rootId]],
  );
  equal(rows[0].n, 1);
  equal((await resolveTogether(platform, all, sources)).size, 0, "asked again, nothing is done twice");
  deepEqual(await invariantSweep(database), []);
});

test("a payment that cannot be recorded is told by its place and holds up nobody else's", async () => {
  const keys = await Promise.all([started(), started(), started()]);
  const bank = providerNamed("test") as Provider;
  const taken = `taken_${keys[1]?.rootId}`;
  await platform.database.pool.query(
    `insert into money.provider_ref (provider, provider_ref, about, root_id, about_no, attempt_no)
     values ('test', $1, 'charge', 'another', 1, 1)`,
    [taken],
  );
  const carryOut: Provider["carryOut"] = async (its, told): Promise<ProviderAnswer> => {
    const answer = await bank.carryOut(its, told);
    return told.key.includes(keys[1]?.rootId ?? "") ? { ...answer, providerRef: taken } : answer;
  };
  const faults = await resolveTogether(platform, keys, {
    ...sources,
    providers: () => ({ ...bank, carryOut }),
  });
  deepEqual([...faults.keys()], [1]);
  deepEqual(await states(keys), [CAPTURED, ["open", "pending"], CAPTURED]);
});

test("a provider that is slow holds up nobody else's payment", async () => {
  const keys = await Promise.all([started(), started(), started()]);
  const bank = providerNamed("test") as Provider;
  const { promise: slowly, resolve: goOn } = Promise.withResolvers<void>();
  const carryOut: Provider["carryOut"] = async (its, told) => {
    if (told.key.includes(keys[0]?.rootId ?? "")) {
      await slowly;
    }
    return await bank.carryOut(its, told);
  };
  const all = resolveTogether(platform, keys, { ...sources, providers: () => ({ ...bank, carryOut }) });
  const others = keys.slice(1);
  for (let seen = await states(others); JSON.stringify(seen) !== JSON.stringify([CAPTURED, CAPTURED]); ) {
    seen = await states(others);
  }
  deepEqual(await states(keys.slice(0, 1)), [["open", "pending"]]);
  goOn();
  equal((await all).size, 0);
  deepEqual(await states(keys), [CAPTURED, CAPTURED, CAPTURED]);
});
