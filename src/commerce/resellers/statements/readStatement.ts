import { movesBefore, movesOfMonth } from "../../../money/index.ts";
import type { Queryable } from "../../../platform/index.ts";
import type { Reseller } from "../reseller.ts";
import { type Standing, type StatementLine, statementOf } from "./statement.ts";

/** A month of a reseller's account. */
export interface Statement {
  readonly month: string;
  readonly opening: Standing;
  readonly lines: readonly StatementLine[];
  readonly closing: Standing;
}

/** A statement of a month, as the ledger has it. Months are those of UTC, as the ledger's. */
export async function readStatement(db: Queryable, reseller: Reseller, month: string): Promise<Statement> {
  const { resellerId, currency } = reseller;
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const begin = first.toZonedDateTime("UTC").toInstant();
  const end = first.add({ months: 1 }).toZonedDateTime("UTC").toInstant();
  const [before, moves] = await Promise.all([
    movesBefore(db, resellerId, currency, first),
    movesOfMonth(db, resellerId, currency, begin, end),
  ]);
  const opened = (which: "balance" | "invoice") =>
    before.find(({ account }) => account === which)?.amountMinor ?? 0;
  const opening = { balance: opened("balance"), invoice: opened("invoice") };
  return { month, opening, ...statementOf(opening, moves, resellerId) };
}
