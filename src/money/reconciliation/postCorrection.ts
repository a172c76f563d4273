import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { NOWHERE } from "../bank/index.ts";
import { type Posting, post } from "../ledger/index.ts";
import { causeOf } from "./causes.ts";
import type { Difference } from "./difference.ts";
import { sourceOf } from "./postCorrections.ts";
import { lineOf, notePosted } from "./reportStore.ts";

/** Posts what a line says beyond what was expected, on its own root; answers with the source. */
export async function postCorrection(
  tx: Tx,
  { lineId, cause, party, amountMinor }: Difference,
): Promise<string> {
  const told = await lineOf(tx, lineId);
  const { correction } = causeOf(cause);
  assert(told !== undefined && correction !== undefined, "what can be posted has its line");
  const place = { ...NOWHERE, currency: told.currency };
  const fee = told.entry === "fee" ? told.amountMinor : told.feeMinor;
  const postings: Record<typeof correction, Posting> = {
    fee: {
      debit: { ...place, kind: "provider_costs", party },
      credit: { ...place, kind: "clearing", party },
      amountMinor: fee,
    },
    payout_rest: {
      debit: { ...place, kind: "provider_costs", party },
      credit: { ...place, kind: "unallocated" },
      amountMinor,
    },
    parcel: {
      debit: { ...place, kind: "shipping_costs", party },
      credit: { ...place, kind: "carrier_payable", party },
      amountMinor: told.amountMinor,
    },
  };
  const source = sourceOf(correction);
  await notePosted(tx, told.lineId, tx.at);
  await post(tx, told.lineId, source, [postings[correction]]);
  return source;
}
