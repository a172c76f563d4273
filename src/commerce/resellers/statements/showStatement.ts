import { Type } from "typebox";
import { IdParams, Month, PageQuery, read, shape, wrongCursor } from "../../../platform/index.ts";
import { resellerInSight } from "../resellerInSight.ts";
import { readStatement } from "./readStatement.ts";
import { StatementLine } from "./statement.ts";

/** In minor units; what is open on invoices is below nothing. */
const StandingSchema = shape({ balance: Type.Integer(), invoice: Type.Integer() });

/** GET /v1/resellers/{id}/statements?month=2026-11: what a reseller had, what moved, and what it has. */
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
  async run(db, { id, month, after }) {
    if (after !== undefined) {
      throw wrongCursor();
    }
    const reseller = await resellerInSight(db, id, db.caller);
    const { opening, closing, lines } = await readStatement(db, reseller, month);
    return { month, currency: reseller.currency, opening, closing, data: [...lines], nextCursor: null };
  },
});
