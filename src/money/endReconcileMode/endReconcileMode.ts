import {
  accepted,
  act,
  type Decision,
  line,
  type Queryable,
  shape,
  systemClock,
} from "../../platform/index.ts";
import { endMode, openMode, unmatchedSince, wakeTries } from "../reconcileMode/index.ts";
import { type ModeStatus, ModeStatusSchema, moneyCauses, statusNow } from "../reconciliation/index.ts";
import { refuse } from "../refusals.ts";
import { decideEndReconcileMode } from "./decideEndReconcileMode.ts";

/** POST /v1/reconcile-mode/end: everything is matched; what waited goes on. */
export const endReconcileMode = act({
  route: "POST /v1/reconcile-mode/end",
  permission: "reconciliation.settle",
  summary: "Takes money and ships again, once the world outside is matched",
  body: shape({ reason: line(500) }),
  reply: ModeStatusSchema,
  dryRun: true,
  async run(tx, { reason }, at) {
    const ended = await end(tx, { by: tx.caller.id, reason }, at);
    if (ended.accepted !== undefined) {
      tx.platform.log.info({ reason, by: tx.caller.id }, "the world outside is matched; work goes on");
    }
    return ended;
  },
});

/** The same for a command beside the server. */
export async function endReconcileModeBy(
  db: Queryable,
  by: string,
  reason: string,
): Promise<Decision<ModeStatus>> {
  return await end(db, { by, reason }, systemClock.now());
}

async function end(
  db: Queryable,
  { by, reason }: { readonly by: string; readonly reason: string },
  at: Temporal.Instant,
): Promise<Decision<ModeStatus>> {
  const mode = await openMode(db);
  const unmatched = await unmatchedSince(db, mode?.startedAt ?? at, moneyCauses);

  const decision = decideEndReconcileMode(mode, unmatched);

  if (decision.refused !== undefined) {
    return decision;
  }
  if ((await endMode(db, decision.accepted.no, by, at, reason)) === undefined) {
    return refuse("reconcile_mode_off");
  }
  await wakeTries(db, at);
  return accepted(await statusNow(db));
}
