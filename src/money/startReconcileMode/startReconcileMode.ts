import { accepted, act, line, type Queryable, shape, systemClock } from "../../platform/index.ts";
import { startMode, wakeNight, wakeTries } from "../reconcileMode/index.ts";
import { type ModeStatus, ModeStatusSchema, statusNow } from "../reconciliation/index.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/reconcile-mode: from now on no money is taken and nothing shipped. */
export const startReconcileMode = act({
  route: "POST /v1/reconcile-mode",
  permission: "reconciliation.settle",
  summary: "Stops taking money and shipping until the world outside is matched",
  body: shape({ reason: line(500) }),
  reply: ModeStatusSchema,
  status: 201,
  dryRun: true,
  async run(tx, { reason }, at) {
    const started = await start(tx, { by: tx.caller.id, reason }, at);
    if (started === undefined) {
      return refuse("reconcile_mode_on");
    }
    tx.platform.log.error({ reason, by: tx.caller.id }, "no money is taken and nothing shipped from now on");
    return accepted(started);
  },
});

/** The same for a command beside the server. Undefined: it is on already. */
export async function startReconcileModeBy(
  db: Queryable,
  by: string,
  reason: string,
): Promise<ModeStatus | undefined> {
  return await start(db, { by, reason }, systemClock.now());
}

async function start(
  db: Queryable,
  { by, reason }: { readonly by: string; readonly reason: string },
  at: Temporal.Instant,
): Promise<ModeStatus | undefined> {
  if ((await startMode(db, reason, by, at)) === undefined) {
    return undefined;
  }
  await Promise.all([wakeTries(db, at), wakeNight(db, at)]);
  return await statusNow(db);
}
