import assert from "node:assert/strict";
import { lockRoot, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { ASK, type AttemptKey, askKey } from "../ask.ts";
import type { ProviderAnswer } from "../provider.ts";
import { lockOpenAttempt, saveOutcome } from "../store.ts";
import { decideRecordOutcome } from "./decideRecordOutcome.ts";

/** Commits what a provider said about a try: once, whatever it says later. */
export async function recordOutcome(
  platform: Platform,
  key: AttemptKey,
  answer: ProviderAnswer,
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const { rootId, chargeNo, attemptNo } = key;
    await lockRoot(tx, rootId);
    const open = await lockOpenAttempt(tx, rootId, chargeNo, attemptNo);
    if (open === undefined) {
      return;
    }
    const { state, events, askAgainAt } = decideRecordOutcome(answer, { ...open, ...key, at: tx.at });
    const { providerRef = null, reason = null } = answer;
    const saved = await saveOutcome(tx, rootId, chargeNo, attemptNo, state, providerRef, reason, tx.at);
    assert(saved !== undefined, "under the locks an open try stays open, and so does its charge");
    tx.record(rootId, events);
    if (events.some(({ type }) => type === "PaymentUnresolved")) {
      platform.log.error(
        { rootId, chargeNo, attemptNo },
        "a payment is open for more than a day; ask its provider",
      );
    }
    if (askAgainAt === undefined) {
      tx.meet(rootId, ASK, askKey(key));
    } else {
      tx.schedule(rootId, ASK, askKey(key), askAgainAt);
    }
  });
}
