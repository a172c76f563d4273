import { Type } from "typebox";
import {
  eventsBefore,
  Instant,
  notFound,
  PageQuery,
  page,
  read,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { rootOf } from "../rootOf.ts";
import { SkuParams } from "./keptProduct.ts";
import { keptProductOf } from "./keptProductStore.ts";

const DEFAULT_LIMIT = 50;

const Row = shape({
  seq: Type.Integer(),
  at: Instant,
  actor: Type.String(),
  type: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
});

/** GET /v1/products/{sku}/history: who changed what of a product, the newest first. */
export const listProductHistory = read({
  route: "GET /v1/products/{sku}/history",
  permission: "product.read",
  summary: "Lists what people changed of a product, the newest first",
  params: SkuParams,
  query: shape(PageQuery),
  reply: page(Row),
  async run(db, { sku, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && !/^[1-9]\d{0,8}$/.test(after)) {
      throw wrongCursor();
    }
    if ((await keptProductOf(db, sku)) === undefined) {
      throw notFound("product");
    }
    const before = after === undefined ? null : Number(after);
    const events = await eventsBefore(db, rootOf("product", sku), before, limit + 1);
    const shown = events.slice(0, limit);
    return {
      data: shown.map(({ seq, at, actor, type, body }) => ({
        ...{ seq, actor, type, at: at.toString() },
        data: { ...body },
      })),
      nextCursor: events.length > limit ? String(shown.at(-1)?.seq ?? "") : null,
    };
  },
});
