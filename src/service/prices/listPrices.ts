import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { PriceSchema, priceKinds, priceView } from "./price.ts";
import { pageOfPrices } from "./priceStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/bench-prices: what the bench asks, the newest first. */
export const listBenchPrices = read({
  route: "GET /v1/bench-prices",
  permission: "bench_price.read",
  summary: "Lists the prices of the bench, the newest first; by kind, region, model, or words of their item.",
  query: shape({
    ...PageQuery,
    kind: Type.Optional(Type.Enum([...priceKinds])),
    region: Type.Optional(Type.String({ maxLength: 60 })),
    model: Type.Optional(Type.String({ maxLength: 60 })),
    search: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  reply: page(PriceSchema),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, kind = null, region = null, model = null, search }) => {
    const from = after === undefined ? null : readPublicId("bpr", after)?.rootId;
    if (from === undefined) {
      throw wrongCursor();
    }
    const wanted = search?.trim().toLowerCase() || null;
    const found = await pageOfPrices(db, from, kind, region, model, wanted, limit + 1);
    const shown = found.slice(0, limit);
    const end = shown.at(-1);
    return {
      data: shown.map(priceView),
      nextCursor: found.length > limit && end !== undefined ? publicId("bpr", end.priceId) : null,
    };
  },
});
