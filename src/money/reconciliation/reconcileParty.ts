import { failPoint, type Job, type Platform, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { providerNamed } from "../providers/index.ts";
import { isReconciling } from "../reconcileMode/index.ts";
import type { ToldLine } from "../toldLine.ts";
import { adoptPayments } from "./adoptPayments.ts";
import { compareParty } from "./compareParty.ts";
import type { Finding, PartyKind } from "./comparison.ts";
import { dayOf, PATIENCE_DAYS, startOf, WINDOW_DAYS } from "./days.ts";
import { explainOthers, oldestOpen, saveFindings } from "./differenceStore.ts";
import { digestId } from "./ids.ts";
import type { Outcome } from "./outcome.ts";
import { insertReport } from "./reportStore.ts";
import { beginRun, finishRun, lockRun, noteStep, type Run } from "./runStore.ts";
import { takeLines } from "./takeLines.ts";

/** Which night and party a job is about. */
export interface RunKey {
  readonly night: string;
  readonly kind: PartyKind;
  readonly party: string;
  /** A run that is done is done again: a report has come in since. */
  readonly again?: boolean;
}

/** The id of a run: one for a night and a party. */
export function runIdOf({ night, kind, party }: RunKey): string {
  return digestId("reconciliation", night, kind, party);
}

/**
 * Compares one party with our books for one night. What it reads from outside it keeps first; what it finds
 * is kept in one transaction. Killed at any point and run again, it goes on where it was, and does nothing
 * twice.
 */
export const reconcileParty: Job<RunKey> = {
  name: "reconcile_party",
  async run(platform, key) {
    const run = await openRun(platform, key);
    if (run === undefined) {
      return;
    }
    const since = await sinceWhen(platform, run);
    const fetched = await fetchLines(platform, run, since);
    failPoint(platform, "reconcile_fetched");
    await keepFetched(platform, run, fetched, since);
    failPoint(platform, "reconcile_kept");
    const how = { since, isFetched: fetched !== undefined };
    await compare(platform, run, how);
    failPoint(platform, "reconcile_compared");
    if (
      run.kind === "provider" &&
      (await isReconciling(platform)) &&
      (await adoptPayments(platform, run.party)) > 0
    ) {
      await openRun(platform, { ...key, again: true });
      await compare(platform, run, how);
    }
  },
};

async function openRun(platform: Platform, key: RunKey): Promise<Run | undefined> {
  const { night, kind, party, again = false } = key;
  const step = kind === "provider" ? "reading their books" : "comparing";
  const begun = [runIdOf(key), night, kind, party, step, platform.clock.now(), again];
  return await beginRun(platform.database, ...begun);
}

/** A night looks back some weeks, and as far as what is open still needs. */
async function sinceWhen(platform: Platform, { kind, party }: Run): Promise<Temporal.Instant> {
  const { foundAt } = await oldestOpen(platform.database, kind, party);
  const from = foundAt ?? platform.clock.now();
  return startOf(dayOf(from).subtract({ days: WINDOW_DAYS }));
}

/** What a provider that can tell says it did; undefined for everybody who only sends reports. */
async function fetchLines(
  platform: Platform,
  { kind, party }: Run,
  since: Temporal.Instant,
): Promise<readonly ToldLine[] | undefined> {
  const isSet = party !== "stripe" || platform.config.stripeKey !== undefined;
  const provider = kind === "provider" && isSet ? providerNamed(party) : undefined;
  return await provider?.tellLines?.(platform, since);
}

async function keepFetched(
  platform: Platform,
  { runId, kind, party }: Run,
  lines: readonly ToldLine[] | undefined,
  since: Temporal.Instant,
): Promise<void> {
  if (lines === undefined || kind !== "provider") {
    return;
  }
  await transact(platform, systemCaller, async (tx) => {
    const reportId = digestId("fetched", runId, tx.at.toString());
    const days = [dayOf(since), dayOf(tx.at)];
    await insertReport(tx, reportId, kind, party, ...days, "fetched", lines.length, tx.caller.id, tx.at);
    await takeLines(tx, { reportId, kind, party, origin: "fetched" }, lines, since);
    await noteStep(tx, runId, "comparing");
  });
}

async function compare(
  platform: Platform,
  { runId, kind, party }: Run,
  how: { readonly since: Temporal.Instant; readonly isFetched: boolean },
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    if ((await lockRun(tx, runId)) === undefined) {
      return;
    }
    const outcome = await compareParty(tx, { kind, party, ...how });
    await save(tx, { runId, kind, party }, outcome);
  });
}

async function save(tx: Tx, { runId, kind, party }: Pick<Run, "runId" | "kind" | "party">, outcome: Outcome) {
  const rows = outcome.findings.map((finding) => ({
    ...finding,
    differenceId: differenceIdOf(kind, party, finding),
    state: finding.cause === "day_boundary" ? "explained" : "open",
  }));
  await saveFindings(tx, kind, party, tx.at, runId, JSON.stringify(rows));
  const ids = rows.map(({ differenceId }) => differenceId);
  const explained = await explainOthers(tx, kind, party, ids, tx.at);
  const { ours, theirs, matched, posted } = outcome;
  await finishRun(tx, runId, tx.at, ours, theirs, matched, rows.length, explained, posted);
  const { foundAt } = await oldestOpen(tx, kind, party);
  const oldDays = foundAt === null ? 0 : tx.at.since(foundAt).total("hours") / 24;
  if (oldDays > PATIENCE_DAYS) {
    tx.platform.log.error({ kind, party, since: foundAt?.toString() }, "a difference is open for too long");
  }
}

/** The id of a difference: its party, cause and subject. */
export function differenceIdOf(kind: string, party: string, { cause, lineId, ourKey }: Finding): string {
  return digestId("difference", kind, party, cause, lineId ?? "", lineId === null ? (ourKey ?? "") : "");
}
