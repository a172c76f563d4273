import assert from "node:assert/strict";
import { lockRoot, type Platform, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { ASK, type AttemptKey, askKey } from "../asking.ts";
import type { ProviderAnswer } from "../provider.ts";
import {
  captureCharge,
  chargeOf,
  insertProviderRef,
  lockCharge,
  openAttempt,
  saveOutcome,
} from "../store.ts";
import { decideRecordOutcome, type Outcome } from "./decideRecordOutcome.ts";

/** Commits what a provider said about a try: once, whatever it says later. */
export async function recordOutcome(
  platform: Platform,
  key: AttemptKey,
  answer: ProviderAnswer,
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const { rootId, chargeNo, attemptNo } = key;
    await lockRoot(tx, rootId);
    await lockCharge(tx, rootId, chargeNo);
    const [charge, attempt] = await Promise.all([
      chargeOf(tx, rootId, chargeNo),
      openAttempt(tx, rootId, chargeNo, attemptNo),
    ]);
    if (charge === undefined || attempt === undefined) {
      return;
    }
    const { state, asks, provider } = attempt;
    const facts = { at: tx.at, charge, attempt: { no: attemptNo, state, asks }, provider };
    const outcome = decideRecordOutcome(answer, facts);
    if (outcome !== undefined) {
      await save(tx, key, { ...answer, provider }, outcome);
    }
  });
}

async function save(
  tx: Tx,
  key: AttemptKey,
  answer: ProviderAnswer & { readonly provider: string },
  { state, captures, askAgainAt, events }: Outcome,
): Promise<void> {
  const { rootId, chargeNo, attemptNo } = key;
  const { providerRef, reason, provider } = answer;
  const [saved, captured] = await Promise.all([
    saveOutcome(tx, rootId, chargeNo, attemptNo, state, providerRef ?? null, reason ?? null, tx.at),
    captures ? captureCharge(tx, rootId, chargeNo, tx.at) : undefined,
    captures && providerRef !== undefined
      ? insertProviderRef(tx, provider, providerRef, rootId, chargeNo, attemptNo)
      : undefined,
  ]);
  if (askAgainAt === undefined) {
    tx.meet(rootId, ASK, askKey(key));
  } else {
    tx.schedule(rootId, ASK, askKey(key), askAgainAt);
  }
  tx.record(rootId, events);
  assert(saved !== undefined, "a try that was open under the lock of its charge is open");
  assert(!captures || captured !== undefined, "money was taken for a charge that is closed");
}
