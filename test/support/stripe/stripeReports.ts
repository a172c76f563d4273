import { type Answer, type Answers, ok, type StandInRequest } from "./standInAnswer.ts";
import type { Books } from "./stripeBooks.ts";

/** What Stripe tells of our balance. */
export const REPORT_ROUTES: readonly (readonly [RegExp, Answers])[] = [
  [/^GET \/v1\/balance_transactions$/, listTransactions],
];

/** A movement of our balance, in the form Stripe gives it. */
export interface Transaction {
  readonly id: string;
  readonly object: "balance_transaction";
  readonly type: string;
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
  readonly created: number;
  readonly source: object | string | null;
}

/** The newest first, a page at a time: as many as are asked for, never more than a hundred. */
function listTransactions(books: Books, { query }: StandInRequest): Answer {
  const since = Number(query.get("created[gte]") ?? 0);
  const told = books.transactions.filter(({ created }) => created >= since);
  const after = query.get("starting_after");
  const from = after === null ? 0 : told.findIndex(({ id }) => id === after) + 1;
  const limit = Math.min(100, Number(query.get("limit") ?? 10));
  const isWhole = query.getAll("expand[0]").includes("data.source");
  const data = told.slice(from, from + limit).map((one) => (isWhole ? one : { ...one, source: null }));
  return ok({ object: "list", data, has_more: from + limit < told.length, url: "/v1/balance_transactions" });
}

/** Writes a movement into the stand-in's books, as the newest. */
export function moveBalance(
  books: Books,
  moved: Pick<Transaction, "type" | "amount"> & Partial<Transaction>,
) {
  const id = books.next("txn");
  const rest = { fee: 0, currency: "eur", created: 0, source: null };
  books.transactions.unshift({ id, object: "balance_transaction", ...rest, ...moved });
}

/**
 * What has moved by what the books have, as Stripe would tell it the same instant: each payment with its fee,
 * refunds, disputes with theirs. Answers with what is left of it all.
 */
export function tellBalance(books: Books, at: Temporal.Instant, feeMinor: number): number {
  const created = Math.floor(at.epochMilliseconds / 1000);
  for (const intent of books.intents.values()) {
    const { id: of, amount_received: amount, currency, metadata, status } = intent;
    if (status === "succeeded") {
      const charge = { object: "charge", payment_intent: of, amount_captured: amount, currency, metadata };
      const source = { id: books.next("ch"), ...charge };
      moveBalance(books, { type: "charge", amount, fee: feeMinor, currency, created, source });
    }
  }
  for (const refund of books.refunds.values()) {
    const { amount, currency } = refund;
    moveBalance(books, { type: "refund", amount: -amount, currency, created, source: refund });
  }
  for (const dispute of books.disputes.values()) {
    const { amount, currency, balance_transactions: told } = dispute;
    const fee = told[0]?.fee ?? 0;
    moveBalance(books, { type: "adjustment", amount: -amount, fee, currency, created, source: dispute });
  }
  return books.transactions.reduce((sum, { amount, fee }) => sum + amount - fee, 0);
}
