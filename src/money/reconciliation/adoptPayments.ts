import { lockRoot, type Platform, Rollback, systemCaller, transact } from "../../platform/index.ts";
import { type AttemptKey, readAttemptKey, resolveAttempt, startAttempt } from "../attempts/index.ts";
import { chargeMatter } from "../charges/index.ts";
import { providerNamed } from "../providers/index.ts";
import { chargeOf } from "../store.ts";
import { linesToAdopt } from "./adoptStore.ts";

/** What a payment is called that a provider knows of and these books have forgotten. */
const METHODS: Readonly<Record<string, string>> = { test: "test_success", stripe: "card:pm_found" };

/**
 * After a restore: what a provider has taken under a key that these books would give next is what they have
 * forgotten. The try is written down again and asked about, so that its charge is captured once, here as
 * there. Answers with how many.
 */
export async function adoptPayments(platform: Platform, party: string): Promise<number> {
  const lines = await linesToAdopt(platform.database, party);
  let adopted = 0;
  for (const { ourKey } of lines) {
    const key = readAttemptKey(ourKey);
    if (key?.about === "charge" && (await writeDown(platform, party, key))) {
      await resolveAttempt(platform, chargeMatter, key, providerNamed);
      adopted += 1;
    }
  }
  return adopted;
}

/** False: its charge is not there or not open, or this is not the try that would be next. */
async function writeDown(platform: Platform, provider: string, key: AttemptKey): Promise<boolean> {
  const { rootId, no, attemptNo } = key;
  const method = METHODS[provider];
  return await transact<boolean>(platform, systemCaller, async (tx) => {
    await lockRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, no);
    if (charge?.state !== "open" || method === undefined) {
      return false;
    }
    const { purpose, subjectNo, amountMinor, currency } = charge;
    const told = { purpose, subjectNo, amount: { amount: amountMinor, currency } };
    const started = await startAttempt(tx, chargeMatter, rootId, no, { provider, method, told });
    return started?.attemptNo === attemptNo ? true : new Rollback(false);
  });
}
