import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { NOWHERE } from "../bank/index.ts";
import { type Posting, post } from "../ledger/index.ts";
import { causeOf } from "./causes.ts";
import type { TheirLine } from "./comparison.ts";
import type { Difference } from "./difference.ts";
import { sourceOf } from "./postCorrections.ts";
import { feePosted, lineOf, notePosted } from "./reportStore.ts";

/**
 * Posts what a line says beyond what is in the books, on its own root; answers with the source. Undefined:
 * nothing is left to post.
 */
export async function postCorrection(
  tx: Tx,
  { lineId, cause, party, amountMinor }: Difference,
): Promise<string | undefined> {
  const told = await lineOf(tx, lineId);
  const { correction } = causeOf(cause);
  assert(told !== undefined && correction !== undefined, "what can be posted has its line");
  const at = { ...NOWHERE, currency: told.currency, party };
  if (correction === "fee") {
    return await postFeeLeft(tx, told, party);
  }
  const postings: Record<typeof correction, Posting> = {
    payout_rest: {
      debit: { ...at, kind: "provider_costs" },
      credit: { ...NOWHERE, currency: told.currency, kind: "unallocated" },
      amountMinor,
    },
    parcel: {
      debit: { ...at, kind: "shipping_costs" },
      credit: { ...at, kind: "carrier_payable" },
      amountMinor: told.amountMinor,
    },
  };
  return await postOn(tx, told, sourceOf(correction), postings[correction]);
}

/** What they keep now, less what was posted when they said something else. */
async function postFeeLeft(tx: Tx, told: TheirLine, party: string): Promise<string | undefined> {
  const { postedMinor, entries } = await feePosted(tx, told.lineId);
  const leftMinor = (told.entry === "fee" ? told.amountMinor : told.feeMinor) - postedMinor;
  if (leftMinor === 0) {
    return undefined;
  }
  const at = { ...NOWHERE, currency: told.currency, party };
  const [cost, owed] = [{ ...at, kind: "provider_costs" } as const, { ...at, kind: "clearing" } as const];
  const sides = leftMinor > 0 ? { debit: cost, credit: owed } : { debit: owed, credit: cost };
  const source = sourceOf(entries === 0 ? "fee" : `fee/${entries + 1}`);
  return await postOn(tx, told, source, { ...sides, amountMinor: Math.abs(leftMinor) });
}

async function postOn(tx: Tx, { lineId }: TheirLine, source: string, posting: Posting): Promise<string> {
  await notePosted(tx, lineId, tx.at);
  await post(tx, lineId, source, [posting]);
  return source;
}
