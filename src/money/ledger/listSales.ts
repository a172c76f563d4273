import { type Static, Type } from "typebox";
import { Instant, PageQuery, page, publicId, read, shape, wrongCursor } from "../../platform/index.ts";
import { CurveSchema } from "./curveSchema.ts";
import { pageOfSales } from "./ledgerPageStore.ts";
import { type Sale, saleStates } from "./sale.ts";

const PAGE = 50;
const Word = Type.Optional(Type.String({ maxLength: 120 }));
const NullInstant = Type.Union([Instant, Type.Null()]);

const SaleView = shape({
  id: Type.String(),
  charge: Type.String(),
  line: Type.Integer(),
  programme: Type.String(),
  plan: Type.String(),
  region: Type.String(),
  currency: Type.String(),
  netMinor: Type.Integer(),
  taxMinor: Type.Integer(),
  taxKind: Type.String(),
  deferredMinor: Type.Integer(),
  earnedMinor: Type.Integer(),
  refundedMinor: Type.Integer(),
  refundedTaxMinor: Type.Integer(),
  state: Type.Enum([...saleStates]),
  soldAt: Instant,
  contract: Type.Union([Type.String(), Type.Null()]),
  startsAt: NullInstant,
  endsAt: NullInstant,
  earnedUntil: NullInstant,
  curve: CurveSchema,
});

/**
 * GET /v1/sales: what was paid for each plan and what became of it, the newest first: the rows behind
 * earnings.
 */
export const listSales = read({
  route: "GET /v1/sales",
  permission: "money.read",
  summary:
    "Lists what was paid for each plan, and what of it is deferred, earned and refunded; the newest first",
  query: shape({
    ...PageQuery,
    programme: Word,
    plan: Word,
    region: Word,
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
    state: Type.Optional(Type.Enum([...saleStates])),
    /** Sold from this instant on, and before that one. */
    from: Type.Optional(Instant),
    until: Type.Optional(Instant),
  }),
  reply: page(SaleView),
  csv: true,
  async run(db, { limit = PAGE, after, from, until, ...filter }) {
    const { programme = null, plan = null, region = null, currency = null, state = null } = filter;
    const [since, before] = [from, until].map((text) =>
      text === undefined ? null : Temporal.Instant.from(text),
    );
    const asked = [programme, plan, region, currency, state, since, before];
    const rows = await pageOfSales(db, ...asked, ...readPlace(after), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(saleView),
      nextCursor:
        rows.length > limit && last !== undefined
          ? `${last.soldAt.epochNanoseconds}-${last.rootId}-${last.no}`
          : null,
    };
  },
});

function saleView({
  rootId,
  no,
  chargeNo,
  lineNo,
  contractId,
  soldAt,
  curve,
  ...sale
}: Sale): Static<typeof SaleView> {
  const { startsAt, endsAt, earnedUntil, ...amounts } = sale;
  return {
    ...amounts,
    id: publicId("sal", rootId, no),
    charge: publicId("chg", rootId, chargeNo),
    line: lineNo,
    contract: contractId,
    soldAt: soldAt.toString(),
    startsAt: startsAt?.toString() ?? null,
    endsAt: endsAt?.toString() ?? null,
    earnedUntil: earnedUntil?.toString() ?? null,
    curve: curve as Static<typeof CurveSchema>,
  };
}

function readPlace(text: string | undefined): [Temporal.Instant | null, string | null, number | null] {
  if (text === undefined) {
    return [null, null, null];
  }
  const [, at, rootId, no] = /^(\d{1,19})-([0-9a-z]{1,40})-(\d{1,9})$/.exec(text) ?? [];
  if (at === undefined || rootId === undefined) {
    throw wrongCursor();
  }
  return [Temporal.Instant.fromEpochNanoseconds(BigInt(at)), rootId, Number(no)];
}
