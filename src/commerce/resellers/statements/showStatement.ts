import { Type } from "typebox";
import { IdParams, Month, PageQuery, read, shape, wrongCursor } from "../../../platform/index.ts";
import { resellerInSight } from "../resellerInSight.ts";
import { readStatement } from "./readStatement.ts";
import { StatementLine } from "./statement.ts";

const DEFAULT_LIMIT = 200;

/** In minor units; what is open on invoices is below nothing. */
const StandingSchema = shape({ balance: Type.Integer(), invoice: Type.Integer() });

/**
 * GET /v1/resellers/{id}/statements?month=2026-11: what a reseller had, what moved, and what it has. What
 * moves is put behind what moved, so a cursor is how many lines were shown; `opening` and `closing` are those
 * of the month on every page.
 */
export const showStatement = read({
  route: "GET /v1/resellers/{id}/statements",
  permission: "reseller.statement",
  summary: "Shows a month of a reseller's balance and invoices, line by line as the ledger has them.",
  params: IdParams,
  query: shape({ ...PageQuery, month: Month }),
  reply: shape({
    month: Type.String(),
    currency: Type.String(),
    opening: StandingSchema,
    closing: StandingSchema,
    data: Type.Array(StatementLine),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
  }),
  csv: true,
  async run(db, { id, month, after = "0", limit = DEFAULT_LIMIT }) {
    if (!/^\d{1,9}$/.test(after)) {
      throw wrongCursor();
    }
    const reseller = await resellerInSight(db, id, db.caller);
    const { opening, closing, lines } = await readStatement(db, reseller, month);
    const end = Number(after) + limit;
    return {
      ...{ month, currency: reseller.currency, opening, closing },
      data: lines.slice(Number(after), end),
      nextCursor: lines.length > end ? String(end) : null,
    };
  },
});
