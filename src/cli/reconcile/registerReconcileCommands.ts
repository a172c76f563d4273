import type { Command } from "commander";
import { endReconcileModeBy, type ModeStatus, startReconcileModeBy, statusNow } from "../../money/index.ts";
import { StartupProblem } from "../../platform/index.ts";
import { type DataOptions, withDatabase, withDataOptions } from "../withDatabase.ts";

interface ReasonOptions extends DataOptions {
  readonly reason: string;
}

const OPERATOR = "operator";

/**
 * Adds `evermend reconcile start`, `reconcile status` and `reconcile finish`: after a restore or a failover
 * no money is taken and nothing shipped until the world outside is matched. They work beside a running
 * server or without one, and count from the next request on.
 */
export function registerReconcileCommands(program: Command): void {
  const reconcile = program
    .command("reconcile")
    .description("Stops money and shipments after a restore until the world outside is matched");
  withDataOptions(reconcile.command("start"))
    .description("From now on no money is taken and nothing shipped; reads, activations and claims go on")
    .requiredOption("--reason <words>", "why, for whoever reads it later")
    .action(start);
  withDataOptions(reconcile.command("status"))
    .description("Tells whether it is on, and what is still missing")
    .action(status);
  withDataOptions(reconcile.command("finish"))
    .description("Ends it, once every open payment was asked about and no difference of money is open")
    .requiredOption("--reason <words>", "what was found, for whoever reads it later")
    .action(finish);
}

async function start({ reason, ...options }: ReasonOptions): Promise<void> {
  const started = await withDatabase(options, (database) => startReconcileModeBy(database, OPERATOR, reason));
  if (started === undefined) {
    throw new StartupProblem("It is on already; evermend reconcile status tells since when.", {
      exitCode: 1,
    });
  }
  tell(options, started);
}

async function status(options: DataOptions): Promise<void> {
  tell(options, await withDatabase(options, statusNow));
}

async function finish({ reason, ...options }: ReasonOptions): Promise<void> {
  const decision = await withDatabase(options, (database) => endReconcileModeBy(database, OPERATOR, reason));
  if (decision.refused !== undefined) {
    const { says, next } = decision.refused;
    throw new StartupProblem(`${says} ${next}`, { exitCode: 1 });
  }
  tell(options, decision.accepted);
}

function tell({ json }: DataOptions, status: ModeStatus): void {
  if (json === true) {
    console.log(JSON.stringify(status));
    return;
  }
  const { reconciling } = status;
  if (reconciling === null) {
    console.log("Money is taken and parcels are shipped as always.");
    return;
  }
  const { reason, startedBy, startedAt, waiting, missing } = reconciling;
  console.log(`No money is taken and nothing shipped since ${startedAt} (${startedBy}): ${reason}`);
  console.log(`${waiting} payments wait.`);
  for (const words of missing) {
    console.log(`Missing: ${words}.`);
  }
}
