import fc from "fast-check";
import { money } from "../../../src/money/index.ts";
import { advanceTestClock, type TestClock } from "../../../src/platform/index.ts";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { testPlatform } from "../../support/testPlatform.ts";
import { testRoots } from "../../support/testRoots.ts";
import type { LedgerModel } from "./ledgerModel.ts";
import { compareBalances, LEDGER_STEPS, type LedgerWorld, LIMITS } from "./ledgerSteps.ts";

/** What a simulation of the books came to. */
export interface SimulatedLedger {
  readonly taken: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly violations: readonly object[];
  /** Holds that were neither captured nor let go at the end. */
  readonly heldAndLost: number;
  /** Faults that were put into the books, one after another, and not found. */
  readonly undetected: readonly string[];
}

type Seen = Map<string, number>;

/** One step of a run: fast-check chooses which, and a number that chooses the rest. */
class LedgerStep implements fc.AsyncCommand<LedgerModel, LedgerWorld & { readonly seen: Seen }> {
  readonly name: string;
  readonly n: number;

  constructor(name: string, n: number) {
    this.name = name;
    this.n = n;
  }

  check(): boolean {
    return true;
  }

  async run(model: LedgerModel, world: LedgerWorld & { readonly seen: Seen }): Promise<void> {
    const came = await LEDGER_STEPS[this.name]?.(world, model, this.n);
    world.seen.set(`${this.name} ${came}`, (world.seen.get(`${this.name} ${came}`) ?? 0) + 1);
    await world.platform.jobs.drained();
    await compareBalances(world, model);
  }

  toString(): string {
    return `${this.name}(${this.n})`;
  }
}

const stepsOf = (names: readonly string[]) =>
  names.map((name) => fc.nat(999_983).map((n) => new LedgerStep(name, n)));

/** Does so many runs of so many steps at most, on one database, and holds every account to the model. */
export async function simulateLedger({
  runs,
  steps: most,
  seed,
}: {
  readonly runs: number;
  readonly steps: number;
  readonly seed: number;
}): Promise<SimulatedLedger> {
  const settings = { refundLimit: LIMITS };
  const { platform, database, stop } = await testPlatform([testRoots, money], { clock: "test", settings });
  await (platform.clock as TestClock).set(
    platform.database.pool,
    Temporal.Instant.from("2026-06-01T10:00:00Z"),
  );
  const world = { platform, database, seen: new Map<string, number>() };
  const model: LedgerModel = { paid: [], held: [], payouts: [] };
  const commands = fc.commands(stepsOf([...Object.keys(LEDGER_STEPS), "sellPlan", "begin"]), {
    ...{ maxCommands: most, size: "max" },
  });
  const property = fc.asyncProperty(commands, async (chosen) => {
    await fc.asyncModelRun(() => ({ model, real: world }), chosen);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  const over = platform.clock.now().add({ hours: 24 * 60 });
  await advanceTestClock(platform, platform.clock as TestClock, over);
  await platform.jobs.drained();
  await compareBalances(world, model);
  const violations = await invariantSweep(database);
  const [left] = await ownerQuery<{ open: number }>(database, OPEN_HOLDS);
  const undetected: string[] = [];
  for (const [says, plant, undo] of PLANTED) {
    await ownerQuery(database, plant);
    const isFound = await compareBalances(world, model).then(
      () => false,
      () => true,
    );
    await ownerQuery(database, undo);
    undetected.push(...(isFound ? [] : [says]));
  }
  await compareBalances(world, model);
  await stop();
  return {
    taken: [...world.seen.values()].reduce((total, times) => total + times, 0),
    seen: Object.fromEntries([...world.seen].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    ...{ violations, heldAndLost: left?.open ?? -1, undetected },
  };
}

const OPEN_HOLDS = "select count(*)::integer as open from money.hold where state in ('wanted', 'placed')";

const FIRST_MONTH = `(account_id, month_on, slice) = (
  select account_id, month_on, slice from money.account_month order by 1, 2, 3 limit 1)`;

const EXCHANGED = `
  alter table money.account drop constraint if exists account_name;
  update money.account set kind = case kind when 'goodwill' then 'disputed' else 'goodwill' end
   where kind in ('goodwill', 'disputed')`;

/** The controls: what is wrong, how it is put in, and how it is taken out again. */
const PLANTED: readonly (readonly [says: string, plant: string, undo: string])[] = [
  [
    "one posting too many",
    `insert into money.posting (root_id, no, source, part, at, debit_id, credit_id, amount_minor, currency)
     select root_id, 1000000, source || '/again', part, at, debit_id, credit_id, amount_minor, currency
       from money.posting where source = 'charge/1/captured' limit 1`,
    "delete from money.posting where no = 1000000",
  ],
  [
    "a month that is a unit more than its postings",
    `update money.account_month set debit_minor = debit_minor + 1 where ${FIRST_MONTH}`,
    `update money.account_month set debit_minor = debit_minor - 1 where ${FIRST_MONTH}`,
  ],
  ["two accounts whose kinds were exchanged", EXCHANGED, EXCHANGED],
];
