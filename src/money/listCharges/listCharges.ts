import { Type } from "typebox";
import { Instant, Money, PageQuery, page, publicId, read, shape } from "../../platform/index.ts";
import { type ListedCharge, pageOfCharges } from "../charges/index.ts";
import { cursorAfter, readCursor } from "../pageCursor.ts";

const Nullable = Type.Union([Type.String(), Type.Null()]);

const ListedSchema = shape({
  id: Type.String(),
  purpose: Type.String(),
  amount: Money,
  state: Type.String(),
  createdAt: Instant,
  closedAt: Type.Union([Instant, Type.Null()]),
  provider: Nullable,
  method: Nullable,
  payment: Nullable,
  reason: Nullable,
});

/** A try that is open for longer is for a person. */
const PATIENCE_HOURS = 24;

/** GET /v1/charges: what people owe and have paid, the newest first. */
export const listCharges = read({
  route: "GET /v1/charges",
  permission: "money.read",
  summary: "Lists charges with how their newest try stands, the newest charge first",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum(["open", "captured", "cancelled"])),
    purpose: Type.Optional(Type.Enum(["order", "claim_fee", "renewal", "top_up"])),
    provider: Type.Optional(Type.String({ maxLength: 20 })),
    payment: Type.Optional(Type.Enum(["pending", "unknown", "succeeded", "failed"])),
    from: Type.Optional(Instant),
    before: Type.Optional(Instant),
    /** Only those of which a try is open for more than a day. */
    unresolved: Type.Optional(Type.Boolean()),
  }),
  reply: page(ListedSchema),
  csv: true,
  async run(
    db,
    { limit = 50, after, state = null, purpose = null, provider = null, payment = null, ...age },
  ) {
    const [at, rootId = null, no = null] = readCursor(after, /^([0-9a-z]{26})-(\d{1,9})$/);
    const instant = (text: string | undefined) => (text === undefined ? null : Temporal.Instant.from(text));
    const late = age.unresolved === true ? db.at.subtract({ hours: PATIENCE_HOURS }) : null;
    const rows = await pageOfCharges(
      db,
      ...[state, purpose, provider, payment, instant(age.from), instant(age.before), late],
      ...[at, rootId, no === null ? null : Number(no), limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return {
      data: shown.map(view),
      nextCursor: isMore ? cursorAfter(last.createdAt, last.rootId, last.no) : null,
    };
  },
});

function view(charge: ListedCharge) {
  const { rootId, no, purpose, state, provider, method, attemptState: payment, reason } = charge;
  return {
    ...{ id: publicId("chg", rootId, no), purpose, state, provider, method, payment, reason },
    amount: { amount: charge.amountMinor, currency: charge.currency },
    createdAt: charge.createdAt.toString(),
    closedAt: charge.closedAt?.toString() ?? null,
  };
}
