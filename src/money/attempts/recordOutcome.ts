import assert from "node:assert/strict";
import {
  failPoint,
  lockRoot,
  lockRoots,
  type Platform,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import type { AttemptEnd, Matter, ProviderAnswer } from "../matter.ts";
import { ASK, askKey } from "./ask.ts";
import { type AttemptKey, attemptFields, eventOf } from "./attempt.ts";
import { lockOpenAttempt, type OpenAttempt, saveOutcome, saveSuccesses } from "./attemptStore.ts";
import { decideRecordOutcome, type News, type Outcome } from "./outcome.ts";

/** Commits what a provider said about a try: once, whatever it says later. */
export async function recordOutcome(
  platform: Platform,
  matter: Matter,
  key: AttemptKey,
  answer: ProviderAnswer,
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, key.rootId);
    await noteOutcome(tx, matter, key, answer);
  });
}

/** The same in a transaction that has locked the root. False: the try was resolved before. */
export async function noteOutcome(
  tx: Tx,
  matter: Matter,
  key: AttemptKey,
  answer: ProviderAnswer,
): Promise<boolean> {
  const { rootId, about, no, attemptNo } = key;
  const open = await lockOpenAttempt(tx, rootId, about, no, attemptNo);
  if (open === undefined) {
    return false;
  }
  const { state, reason, news, askAgainAt } = decideRecordOutcome(answer, { ...open, at: tx.at });
  const ref = answer.providerRef ?? null;
  const nextUrl = answer.outcome === "pending" ? (answer.nextUrl ?? null) : null;
  const saved = await saveOutcome(tx, rootId, about, no, attemptNo, state, ref, reason, nextUrl, tx.at);
  assert(saved !== undefined, "under the locks an open try stays open");
  failPoint(tx.platform, `${about}_saved`);
  await tell(tx, matter, key, { state, reason, news });
  if (askAgainAt === undefined) {
    await settle(tx, matter, key, endOf(key, open, answer, saved.providerRef, reason));
    tx.meet(rootId, ASK, askKey(key));
  } else {
    tx.schedule(rootId, ASK, askKey(key), askAgainAt);
  }
  return true;
}

/** What a provider has done. */
export interface Success {
  readonly key: AttemptKey;
  readonly answer: ProviderAnswer;
}

/**
 * Commits that providers did what several tries of one matter are about, whose roots are locked many at once.
 * Answers for which this holds; the others are for `recordOutcome`.
 */
export async function recordSuccesses<Done extends Success>(
  platform: Platform,
  matter: Matter,
  done: readonly Done[],
): Promise<ReadonlySet<Done>> {
  return await transact(platform, systemCaller, async (tx) => {
    const roots = await lockRoots(
      tx,
      done.map(({ key }) => key.rootId),
    );
    const locked = done.filter(({ key }) => roots.has(key.rootId));
    await noteSuccesses(tx, matter, locked);
    return new Set(locked);
  });
}

async function noteSuccesses(tx: Tx, matter: Matter, done: readonly Success[]): Promise<void> {
  const saved = await saveSuccesses(
    tx,
    done.map(({ key }) => key.rootId),
    done.map(({ key }) => key.about),
    done.map(({ key }) => key.no),
    done.map(({ key }) => key.attemptNo),
    done.map(({ answer }) => answer.providerRef ?? null),
    tx.at,
  );
  failPoint(tx.platform, `${matter.about}_saved`);
  const ended = saved.map(({ place, providerRef, ...open }) => {
    const { key, answer } = done[place - 1] as Success;
    return { ...key, end: endOf(key, open, answer, providerRef, null) };
  });
  if (ended.length > 0) {
    await matter.succeedTogether?.(tx, ended);
  }
  for (const key of ended) {
    tx.meet(key.rootId, ASK, askKey(key));
  }
}

function endOf(
  { attemptNo }: AttemptKey,
  { provider, method }: Pick<OpenAttempt, "provider" | "method">,
  answer: ProviderAnswer,
  providerRef: string | null,
  reason: string | null,
): AttemptEnd {
  const end = { attemptNo, provider, method, providerRef, reason };
  if (answer.outcome !== "succeeded") {
    return end;
  }
  const { captureBefore, card } = answer;
  return { ...end, ...(captureBefore && { captureBefore }), ...(card && { card }) };
}

async function settle(tx: Tx, matter: Matter, { rootId, no }: AttemptKey, end: AttemptEnd): Promise<void> {
  await (end.reason === null ? matter.succeed(tx, rootId, no, end) : matter.fail(tx, rootId, no, end));
}

/** Says what is new about a try that stays open; what needs a person is an error in the log too. */
async function tell(
  tx: Tx,
  matter: Matter,
  key: AttemptKey,
  { state, reason, news }: Pick<Outcome, "state" | "reason" | "news">,
): Promise<void> {
  if (news.length === 0) {
    return;
  }
  const { rootId, no } = key;
  const told = { ...(await matter.told?.(tx, rootId, no)), ...attemptFields(key) };
  for (const one of news) {
    const why = { Unknown: {}, Unresolved: { state }, Mismatched: { reason } }[one];
    tx.record(rootId, [{ type: eventOf(matter.about) + one, ...told, ...why }]);
    if (one !== "Unknown") {
      tx.platform.log.error({ ...key, state, reason }, FOR_A_PERSON[one]);
    }
  }
}

const FOR_A_PERSON: Readonly<Record<Exclude<News, "Unknown">, string>> = {
  Unresolved: "a payment is open for more than a day; ask its provider",
  Mismatched: "a provider moved another amount than it was asked for; settle it with the provider",
};
