import { Type } from "typebox";
import { type Quote, QuoteShape, quotesOfClaim, readClaim, toQuote } from "../../claims/index.ts";
import { IdParams, notFound, read, shape } from "../../platform/index.ts";

/** GET /v1/claims/{id}/quotes: what was quoted, oldest first; who sees the case sees them. */
export const listQuotes = read({
  route: "GET /v1/claims/{id}/quotes",
  permission: "claim.read",
  summary: "Lists the quotes of a case, oldest first, with what became of each.",
  params: IdParams,
  reply: shape({ data: Type.Array(QuoteShape) }),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const { deviceId, no, choices } = found.claim;
    const onSheet = choices?.find(({ route }) => route === "paid")?.quote?.no;
    const quotes: readonly Quote[] = await quotesOfClaim(db, deviceId, no);
    return { data: quotes.map((quote) => toQuote(quote, { onSheet, at: db.at })) };
  },
});
