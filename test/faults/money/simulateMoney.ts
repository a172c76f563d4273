import fc from "fast-check";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { testApp } from "../../support/testApp.ts";
import type { ModelPlan } from "./moneyModel.ts";
import { ACTS, compareBooks, type MoneyWorld, seePayments } from "./moneySteps.ts";

/** What a simulation came to. */
export interface SimulatedMoney {
  readonly taken: number;
  readonly plans: number;
  readonly seen: Readonly<Record<string, number>>;
  /** Payments that were to come and never did. */
  readonly missing: number;
  readonly violations: readonly object[];
  /** Whether a posting too many, put there at the end, was found. */
  readonly findsPlanted: boolean;
}

/** One step of a run: fast-check chooses which, and a number that chooses the rest. */
class Step implements fc.AsyncCommand<{ readonly plans: ModelPlan[] }, MoneyWorld> {
  readonly name: string;
  readonly n: number;

  constructor(name: string, n: number) {
    this.name = name;
    this.n = n;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, world: MoneyWorld): Promise<void> {
    const told = (await ACTS[this.name]?.(world, this.n)) ?? "unknown";
    const key = `${this.name} ${this.name === "sell" ? "done" : told}`;
    world.seen.set(key, (world.seen.get(key) ?? 0) + 1);
    await world.app.platform.jobs.drained();
    await seePayments(world);
    await compareBooks(world);
  }

  toString(): string {
    return `${this.name}(${this.n})`;
  }
}

const others = Object.keys(ACTS).map((name) => fc.nat(99_991).map((n) => new Step(name, n)));

/**
 * Does so many runs of so many steps at most, on one database, and holds the books to the model after each.
 */
export async function simulateMoney({
  runs,
  steps: most,
  seed,
}: {
  readonly runs: number;
  readonly steps: number;
  readonly seed: number;
}): Promise<SimulatedMoney> {
  const app = await testApp({ now: "2026-11-21T09:00:00Z", settings: { refundLimit: "20.00 EUR" } });
  const world: MoneyWorld = { app, plans: [], renewedMinor: 0, serials: 0, seen: new Map() };
  // Sold is more often than anything else is done: there must be something to do it to.
  const selling = fc.nat(99_991).map((n) => new Step("sell", n));
  const commands = fc.commands([...others, selling, selling], { maxCommands: most, size: "max" });
  const property = fc.asyncProperty(commands, async (chosen) => {
    await fc.asyncModelRun(() => ({ model: { plans: world.plans }, real: world }), chosen);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  // Whatever is still on its way has come after three days.
  await app.moveTo(app.platform.clock.now().add({ hours: 72 }).toString());
  await app.platform.jobs.drained();
  await seePayments(world);
  await compareBooks(world);
  const violations = await invariantSweep(app.database);
  await ownerQuery(app.database, PLANTED);
  const findsPlanted = await compareBooks(world).then(
    () => false,
    () => true,
  );
  await app.stop();
  return {
    taken: [...world.seen.values()].reduce((sum, times) => sum + times, 0),
    plans: world.plans.length,
    seen: Object.fromEntries([...world.seen].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    missing: world.plans.filter(({ willBePaid, isPaid }) => willBePaid && !isPaid).length,
    violations,
    findsPlanted,
  };
}

/** The control: one payment is in the ledger once more, under another name. */
const PLANTED = `
  insert into money.posting (root_id, no, source, part, at, debit_id, credit_id, amount_minor, currency,
                             charge_no, sale_no)
  select root_id, 1000000, source || '/again', part, at, debit_id, credit_id, amount_minor, currency,
         charge_no, sale_no
    from money.posting
   where source like 'charge/%/captured'
   limit 1`;
