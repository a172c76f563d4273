import assert from "node:assert/strict";
import { type Static, Type } from "typebox";
import {
  accepted,
  act,
  type Decision,
  Instant,
  line,
  type Queryable,
  read,
  shape,
  systemClock,
} from "../../platform/index.ts";
import {
  endMode,
  openMode,
  startMode,
  unmatchedSince,
  wakeNight,
  wakeTries,
} from "../reconcileMode/index.ts";
import { refuse } from "../refusals.ts";
import { moneyCauses } from "./causes.ts";
import { mayEndMode, missingWords } from "./mayEndMode.ts";

const StatusSchema = shape({
  /**
   * Null in ordinary times. Otherwise why no money is taken and nothing shipped, and what is still missing.
   */
  reconciling: Type.Union([
    shape({
      reason: Type.String(),
      startedBy: Type.String(),
      startedAt: Instant,
      /** Payments that wait until it is over. */
      waiting: Type.Integer(),
      openDifferences: Type.Integer(),
      missing: Type.Array(Type.String()),
    }),
    Type.Null(),
  ]),
});

/** How it stands with reconcile mode. */
export type ModeStatus = Static<typeof StatusSchema>;

/** How it stands with reconcile mode. */
export async function statusNow(db: Queryable): Promise<ModeStatus> {
  const mode = await openMode(db);
  if (mode === undefined) {
    return { reconciling: null };
  }
  const unmatched = await unmatchedSince(db, mode.startedAt, moneyCauses);
  const { reason, startedBy, startedAt } = mode;
  const { waiting, differences: openDifferences } = unmatched;
  const missing = missingWords(unmatched);
  return {
    reconciling: { reason, startedBy, startedAt: startedAt.toString(), waiting, openDifferences, missing },
  };
}

/**
 * GET /v1/status: whether the books are being matched with the world outside, for the banner of every page.
 */
export const showStatus = read({
  route: "GET /v1/status",
  permission: "status.read",
  summary:
    "Tells whether money and shipments wait because the books are being matched with the world outside",
  reply: StatusSchema,
  run: statusNow,
});

/** POST /v1/reconcile-mode: from now on no money is taken and nothing shipped. */
export const startReconcileMode = act({
  route: "POST /v1/reconcile-mode",
  permission: "reconciliation.settle",
  summary: "Stops taking money and shipping until the world outside is matched",
  body: shape({ reason: line(500) }),
  reply: StatusSchema,
  status: 201,
  dryRun: true,
  async run(tx, { reason }, at) {
    if ((await startMode(tx, reason, tx.caller.id, at)) === undefined) {
      return refuse("reconcile_mode_on");
    }
    await Promise.all([wakeTries(tx, at), wakeNight(tx, at)]);
    tx.platform.log.error({ reason, by: tx.caller.id }, "no money is taken and nothing shipped from now on");
    return accepted(await statusNow(tx));
  },
});

/** POST /v1/reconcile-mode/end: everything is matched; what waited goes on. */
export const endReconcileMode = act({
  route: "POST /v1/reconcile-mode/end",
  permission: "reconciliation.settle",
  summary: "Takes money and ships again, once the world outside is matched",
  body: shape({ reason: line(500) }),
  reply: StatusSchema,
  dryRun: true,
  async run(tx, { reason }, at) {
    const mode = await openMode(tx);
    const unmatched = await unmatchedSince(tx, mode?.startedAt ?? at, moneyCauses);

    const decision = mayEndMode(mode, unmatched);

    if (decision.refused !== undefined) {
      return decision;
    }
    const ended = await endMode(tx, decision.accepted.no, tx.caller.id, at, reason);
    assert(ended !== undefined || (await openMode(tx)) === undefined, "what is on can be ended");
    await wakeTries(tx, at);
    tx.platform.log.info({ reason, by: tx.caller.id }, "the world outside is matched; work goes on");
    return accepted(await statusNow(tx));
  },
});

/** The same for a command beside the server. Undefined: it is on already. */
export async function startReconcileModeBy(
  db: Queryable,
  by: string,
  reason: string,
): Promise<ModeStatus | undefined> {
  const at = systemClock.now();
  if ((await startMode(db, reason, by, at)) === undefined) {
    return undefined;
  }
  await Promise.all([wakeTries(db, at), wakeNight(db, at)]);
  return await statusNow(db);
}

/** The same for a command beside the server. */
export async function endReconcileModeBy(
  db: Queryable,
  by: string,
  reason: string,
): Promise<Decision<ModeStatus>> {
  const at = systemClock.now();
  const mode = await openMode(db);
  const decision = mayEndMode(mode, await unmatchedSince(db, mode?.startedAt ?? at, moneyCauses));
  if (decision.refused !== undefined) {
    return decision;
  }
  await endMode(db, decision.accepted.no, by, at, reason);
  await wakeTries(db, at);
  return accepted(await statusNow(db));
}
