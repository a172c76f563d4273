import {
  type Job,
  lockRoot,
  type Platform,
  publicId,
  type Queryable,
  systemCaller,
  transact,
} from "../../platform/index.ts";
import { resellerNamed, takeTopUp } from "../resellerAccounts/index.ts";
import { chargesByReference, nearReferences, referenceIn } from "../transfers/index.ts";
import { allocateCredit, type ChargeKey } from "./allocateCredit.ts";
import type { BankCredit } from "./credit.ts";
import { creditOf } from "./creditStore.ts";

/** Gives a credit to the charge its reference names; one that names none waits for a person. */
export const matchCredit: Job<{ readonly creditId: string }> = {
  name: "match_bank_credit",
  run: async (platform, { creditId }) => {
    const credit = await creditOf(platform.database, creditId);
    const key = credit && (await chargeNamed(platform.database, credit.reference));
    if (credit === undefined || key === undefined) {
      await (credit && toBalance(platform, credit));
      return;
    }
    await transact(platform, systemCaller, async (tx) => {
      await lockRoot(tx, key.rootId);
      const { refused } = await allocateCredit(tx, credit, key);
      if (refused !== undefined && refused.code !== "credit_assigned") {
        platform.log.warn({ creditId, refused: refused.code }, "a bank credit waits for a person");
      }
    });
  },
};

/** Gives a credit to the reseller whose balance its reference names, if it names one. */
async function toBalance(platform: Platform, credit: BankCredit): Promise<void> {
  const named = await resellerNamed(platform.database, credit.reference);
  const isTaken =
    named === undefined ||
    (await transact(platform, systemCaller, (tx) => takeTopUp(tx, credit, named.resellerId)));
  if (!isTaken) {
    platform.log.warn({ creditId: credit.creditId }, "a bank credit waits for a person");
  }
}

/** The charge whose reference stands in what a payer wrote. */
export async function chargeNamed(db: Queryable, text: string): Promise<ChargeKey | undefined> {
  const reference = referenceIn(text);
  return reference === undefined ? undefined : (await chargesByReference(db, [reference]))[0];
}

/** The charges that may be meant by a reference with a slip: for a person, never taken by itself. */
export async function chargesMeant(db: Queryable, text: string): Promise<string[]> {
  const near = nearReferences(text);
  const found = near.length === 0 ? [] : await chargesByReference(db, near);
  return found.map(({ rootId, chargeNo }) => publicId("chg", rootId, chargeNo));
}
