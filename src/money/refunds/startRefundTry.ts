import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { startAttempt } from "../attempts/index.ts";
import type { Refund } from "./refund.ts";
import { tookMoney } from "./tookMoney.ts";

/**
 * Takes an approved refund to the provider that took the money, on a root the caller has locked; a job
 * calls it after the commit. A transfer waits for the person who makes it.
 */
export async function startRefundTry(tx: Tx, refund: Refund): Promise<void> {
  const { rootId, no, means, method } = refund;
  if (means !== "provider") {
    return;
  }
  const { provider } = await tookMoney(tx, refund);
  assert(provider, "what a provider pays back was paid to one");
  await startAttempt(tx, { about: "refund" }, rootId, no, { provider, method });
}
