import type { Queryable, Tx } from "../../platform/index.ts";
import { NOWHERE, notePaidOut } from "../bank/index.ts";
import { type Account, type Posting, post } from "../ledger/index.ts";
import type { Match, TheirLine } from "./comparison.ts";
import type { BilledParcel } from "./matchParcels.ts";
import type { ArrivedPayout } from "./matchPayouts.ts";
import { clearingOf } from "./ownStore.ts";
import { notePosted } from "./reportStore.ts";

/** Where the accounts of something stand. */
interface Place {
  readonly programme: string;
  readonly region: string;
}

/**
 * What a provider kept of a payment is its cost. Each line once, whoever comes first; true when it was now.
 */
export async function postFee(tx: Tx, party: string, { line, row }: Match): Promise<boolean> {
  const place = { programme: row.programme, region: row.region };
  return await postLineFee(tx, party, line, place, line.feeMinor);
}

/** The same for a fee that stands by itself. */
export async function postLineFee(
  tx: Tx,
  party: string,
  line: TheirLine,
  place: Place,
  amountMinor: number,
): Promise<boolean> {
  const at = { ...place, currency: line.currency, party };
  return await once(tx, line, "fee", [
    { debit: { ...at, kind: "provider_costs" }, credit: { ...at, kind: "clearing" }, amountMinor },
  ]);
}

/** What came to our bank is owed to us by the provider no longer. */
export async function postPayout(tx: Tx, party: string, { line, arrival }: ArrivedPayout): Promise<boolean> {
  // Given to a charge or sent back meanwhile, it is no payout any more: that is for a person.
  const { creditId } = arrival;
  if (creditId !== undefined && (await notePaidOut(tx, creditId, line.lineId)) === undefined) {
    return false;
  }
  const came = Math.min(arrival.amountMinor, line.amountMinor);
  const place = { ...NOWHERE, currency: line.currency };
  const into: Account = { ...place, kind: arrival.isBooked ? "unallocated" : "bank" };
  const parts = await outOfClearing(tx, party, line.currency, line.amountMinor);
  // What has not come is still owed by somebody: it is missing where money waits that belongs to nothing.
  const missing: Posting[] =
    into.kind === "bank"
      ? [{ debit: { ...place, kind: "unallocated" }, credit: into, amountMinor: line.amountMinor - came }]
      : [];
  return await once(tx, line, "payout", [...parts.map((part) => ({ debit: into, ...part })), ...missing]);
}

/** A parcel that was billed rightly is a cost, and is owed to its carrier. */
export async function postParcel(tx: Tx, party: string, { line, parcel }: BilledParcel): Promise<boolean> {
  const { programme, region } = parcel;
  const at = { programme, region, currency: line.currency, party };
  const { amountMinor } = line;
  return await once(tx, line, "parcel", [
    { debit: { ...at, kind: "shipping_costs" }, credit: { ...at, kind: "carrier_payable" }, amountMinor },
  ]);
}

/** Takes an amount out of the clearing accounts of a provider, where there is something, in their order. */
async function outOfClearing(
  db: Queryable,
  party: string,
  currency: string,
  amountMinor: number,
): Promise<Omit<Posting, "debit">[]> {
  const parts: Omit<Posting, "debit">[] = [];
  let left = amountMinor;
  for (const account of await clearingOf(db, party)) {
    const taken = account.currency === currency ? Math.min(left, Math.max(0, account.balanceMinor)) : 0;
    if (taken > 0) {
      left -= taken;
      const { programme, region } = account;
      parts.push({ credit: { kind: "clearing", programme, region, currency, party }, amountMinor: taken });
    }
  }
  const nowhere: Account = { kind: "clearing", ...NOWHERE, currency, party };
  return left === 0 ? parts : [...parts, { credit: nowhere, amountMinor: left }];
}

/** The source of what is posted for a line, on the line's own root. */
export function sourceOf(what: string): string {
  return `report_line/${what}`;
}

async function once(tx: Tx, line: TheirLine, what: string, postings: readonly Posting[]): Promise<boolean> {
  if ((await notePosted(tx, line.lineId, tx.at)) === undefined) {
    return false;
  }
  await post(tx, line.lineId, sourceOf(what), postings);
  return true;
}
