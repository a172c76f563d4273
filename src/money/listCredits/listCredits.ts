import { Type } from "typebox";
import { PageQuery, page, read, shape } from "../../platform/index.ts";
import {
  CreditSchema,
  chargeNamed,
  chargesMeant,
  creditStates,
  creditView,
  pageOfCredits,
} from "../bank/index.ts";
import { cursorAfter, readCursor } from "../pageCursor.ts";

/** GET /v1/bank-credits: what came to our bank, the newest first; what is nobody's with what may be meant. */
export const listCredits = read({
  route: "GET /v1/bank-credits",
  permission: "money.read",
  summary: "Lists what came to our bank, the newest first",
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...creditStates])) }),
  reply: page(CreditSchema),
  csv: true,
  async run(db, { limit = 50, after, state = null }) {
    const [at, id = null] = readCursor(after, /^([0-9a-z]{26})$/);
    const rows = await pageOfCredits(db, state, at, id, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const data = [];
    for (const credit of shown) {
      const isNobodys =
        credit.state === "unallocated" && (await chargeNamed(db, credit.reference)) === undefined;
      data.push(creditView(credit, isNobodys ? await chargesMeant(db, credit.reference) : []));
    }
    const isMore = rows.length > limit && last !== undefined;
    return { data, nextCursor: isMore ? cursorAfter(last.createdAt, last.creditId) : null };
  },
});
