import { Type } from "typebox";
import { Instant, MinorUnits, PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import {
  ownRefund,
  ownThings,
  type Refund,
  RefundSchema,
  refundKinds,
  refundMeans,
  refundStates,
  refundView,
} from "../refunds/index.ts";
import { refundsByAmount, refundsByDue, refundsByRequest } from "./refundListStore.ts";

const PAGE = 50;
const NO_DAY = Temporal.Instant.from("9999-12-31T00:00:00Z");

/** By what a list is sorted, and where a row stands in it. */
const ORDERS = {
  "-requestedAt": { rows: refundsByRequest, placeOf: (refund: Refund) => placeAt(refund.requestedAt) },
  dueAt: { rows: refundsByDue, placeOf: ({ dueAt }: Refund) => placeAt(dueAt ?? NO_DAY) },
  "-amount": { rows: refundsByAmount, placeOf: ({ amountMinor }: Refund) => String(amountMinor) },
} as const;

/**
 * GET /v1/refunds: what was promised back, and what became of it; the approved transfers are a list of
 * payment orders. An owner sees their own.
 */
export const listRefunds = read({
  route: "GET /v1/refunds",
  permission: "refund.read",
  summary: "Lists refunds, the newest request first, by the day they are due, or by amount; an owner's own",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...refundStates])),
    kind: Type.Optional(Type.Enum([...refundKinds])),
    means: Type.Optional(Type.Enum([...refundMeans])),
    /** Due before this instant. */
    dueBefore: Type.Optional(Instant),
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
    /** At least so much, in minor units. */
    minAmount: Type.Optional(MinorUnits),
    /** The contract or order it is for. */
    subject: Type.Optional(Type.String({ maxLength: 80 })),
    sort: Type.Optional(Type.Enum(["-requestedAt", "dueAt", "-amount"])),
  }),
  reply: page(RefundSchema),
  csv: true,
  async run(db, { limit = PAGE, after, sort = "-requestedAt", ...filter }) {
    const { rows, placeOf } = ORDERS[sort as keyof typeof ORDERS];
    const { state = null, kind = null, means = null, dueBefore, currency = null, minAmount = null } = filter;
    const due = dueBefore === undefined ? null : Temporal.Instant.from(dueBefore);
    const things = await ownThings(db);
    const found = await rows(
      db,
      ...[state, kind, means, due, currency, minAmount, filter.subject ?? null],
      ...readCursor(after, sort),
      ...[limit + 1, things],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(refundView).map((one) => (things === null ? one : ownRefund(one, db.caller))),
      nextCursor:
        found.length > limit && last !== undefined ? `${placeOf(last)}-${last.rootId}-${last.no}` : null,
    };
  },
});

function placeAt(at: Temporal.Instant): string {
  return String(at.epochNanoseconds);
}

/**
 * The place after which a page begins, as the queries take it: its sort key, root and number; nulls for the
 * first page.
 */
function readCursor(text: string | undefined, sort: string): unknown[] {
  if (text === undefined) {
    return [null, null, null];
  }
  const [, key, rootId, no] = /^(\d{1,20})-([0-9a-z]{26})-(\d{1,9})$/.exec(text) ?? [];
  const isAmount = sort === "-amount";
  if (key === undefined || Number(isAmount ? key : BigInt(key) / 1_000_000n) > 8.64e15) {
    throw wrongCursor();
  }
  return [isAmount ? Number(key) : Temporal.Instant.fromEpochNanoseconds(BigInt(key)), rootId, Number(no)];
}
