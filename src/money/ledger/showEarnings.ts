import { Type } from "typebox";
import { Instant, Month, PageQuery, page, read, shape } from "../../platform/index.ts";
import { cutPage } from "./cutPage.ts";
import { earningsBetween } from "./ledgerPageStore.ts";
import { nextMonth } from "./releasesDue.ts";

const Word = Type.Optional(Type.String({ maxLength: 120 }));
const BEGINNING = Temporal.Instant.from("0001-01-01T00:00:00Z");

/**
 * GET /v1/earnings: by plan, region and currency, in a month, or from the beginning to an instant. Of every
 * row it holds `opened + sold = earned + refunded + deferred`.
 */
export const showEarnings = read({
  route: "GET /v1/earnings",
  permission: "money.read",
  summary: "What plans were sold for, have earned, gave back and still owe, in a month or up to an instant",
  query: shape({
    ...PageQuery,
    /** By the clock of UTC. */
    month: Type.Optional(Month),
    asOf: Type.Optional(Instant),
    programme: Word,
    plan: Word,
    region: Word,
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
  }),
  reply: page(
    shape({
      programme: Type.String(),
      plan: Type.String(),
      region: Type.String(),
      currency: Type.String(),
      sales: Type.Integer(),
      openedMinor: Type.Integer(),
      soldMinor: Type.Integer(),
      earnedMinor: Type.Integer(),
      refundedMinor: Type.Integer(),
      deferredMinor: Type.Integer(),
    }),
  ),
  csv: true,
  async run(db, { limit = 200, after, month, asOf, ...asked }) {
    const { programme = null, plan = null, region = null, currency = null } = asked;
    const from = month === undefined ? BEGINNING : Temporal.Instant.from(`${month}-01T00:00:00Z`);
    const known = (asOf === undefined ? db.at : Temporal.Instant.from(asOf)).add({ microseconds: 1 });
    const end = month === undefined ? known : nextMonth(from);
    const until = asOf !== undefined && Temporal.Instant.compare(known, end) < 0 ? known : end;
    const rows = await earningsBetween(db, from, until, programme, plan, region, currency);
    const { shown, nextCursor } = cutPage(rows, after, limit);
    return {
      data: shown.map(({ sold, earned, refunded, openedWith, ...row }) => ({
        ...row,
        ...{ openedMinor: openedWith, soldMinor: sold, earnedMinor: earned, refundedMinor: refunded },
        deferredMinor: openedWith + sold - earned - refunded,
      })),
      nextCursor,
    };
  },
});
