import { Type } from "typebox";
import {
  Day,
  Instant,
  Money,
  PageQuery,
  page,
  publicId,
  read,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { pageOfReceivables, type Receivable } from "../transfers/index.ts";

const ReceivableSchema = shape({
  chargeId: Type.String(),
  reference: Type.String(),
  amount: Money,
  missing: Money,
  invoicedAt: Instant,
  dueOn: Day,
  isOverdue: Type.Boolean(),
});

/** GET /v1/receivables: what is still to be paid of invoices, the longest due first. */
export const listReceivables = read({
  route: "GET /v1/receivables",
  permission: "money.read",
  summary: "Lists what is still to be paid of invoices, the longest due first",
  query: shape({ ...PageQuery, overdue: Type.Optional(Type.Boolean()) }),
  reply: page(ReceivableSchema),
  csv: true,
  async run(db, { limit = 50, after, overdue = false }) {
    const today = db.at.toZonedDateTimeISO("UTC").toPlainDate();
    const [day, rootId, no] = readPlace(after);
    const rows = await pageOfReceivables(db, overdue ? today : null, day, rootId, no, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map((row) => view(row, today)),
      nextCursor:
        rows.length > limit && last !== undefined ? `${last.dueOn}_${last.rootId}_${last.chargeNo}` : null,
    };
  },
});

function view(row: Receivable, today: Temporal.PlainDate) {
  const { rootId, chargeNo, reference, amountMinor, paidMinor, currency, dueOn } = row;
  return {
    chargeId: publicId("chg", rootId, chargeNo),
    reference,
    amount: { amount: amountMinor, currency },
    missing: { amount: amountMinor - paidMinor, currency },
    invoicedAt: row.invoicedAt.toString(),
    dueOn: dueOn.toString(),
    isOverdue: Temporal.PlainDate.compare(dueOn, today) < 0,
  };
}

function readPlace(text: string | undefined): [string | null, string | null, number | null] {
  if (text === undefined) {
    return [null, null, null];
  }
  const [, day, rootId, no] =
    /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]|29|3[01]))_([0-9a-z]{26})_(\d{1,9})$/.exec(text) ?? [];
  if (day === undefined || rootId === undefined) {
    throw wrongCursor();
  }
  return [day, rootId, Number(no)];
}
