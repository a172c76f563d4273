import { type Answer, type Answers, ok, type StandInRequest } from "./standInAnswer.ts";
import type { Books } from "./stripeBooks.ts";

/** What Stripe tells of our balance. */
export const REPORT_ROUTES: readonly (readonly [RegExp, Answers])[] = [
  [/^GET \/v1\/balance_transactions$/, listTransactions],
];

/** The newest first, a page at a time: as many as are asked for, never more than a hundred. */
function listTransactions(books: Books, { query }: StandInRequest): Answer {
  const since = Number(query.get("created[gte]") ?? 0);
  const told = (books.transactions as { id: string; created: number }[]).filter(
    ({ created }) => created >= since,
  );
  const after = query.get("starting_after");
  const from = after === null ? 0 : told.findIndex(({ id }) => id === after) + 1;
  const limit = Math.min(100, Number(query.get("limit") ?? 10));
  const data = told.slice(from, from + limit);
  return ok({ object: "list", data, has_more: from + limit < told.length, url: "/v1/balance_transactions" });
}
