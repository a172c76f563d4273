import { Type } from "typebox";
import { notFound, PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { keptProductOf, SkuParams } from "../keeping/index.ts";
import { PriceListView } from "./priceListView.ts";
import { pageOfPriceLists } from "./priceStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/products/{sku}/prices: every price list there was, is and will be, the latest first. */
export const listPrices = read({
  route: "GET /v1/products/{sku}/prices",
  permission: "price.read",
  summary: "Lists the price lists of a product, past, in force and planned, the latest first",
  params: SkuParams,
  query: shape({
    ...PageQuery,
    customerGroup: Type.Optional(Type.String({ maxLength: 40 })),
    currency: Type.Optional(Type.String({ maxLength: 3 })),
  }),
  reply: page(PriceListView),
  csv: true,
  async run(db, { sku, customerGroup, currency, after, limit = DEFAULT_LIMIT }) {
    const behind = after === undefined ? [] : readBehind(after);
    if ((await keptProductOf(db, sku)) === undefined) {
      throw notFound("product");
    }
    const asked = [sku, db.at, customerGroup, currency, behind[0], behind[1], behind[2], limit + 1];
    const found = await pageOfPriceLists(db, ...asked);
    const lists = found.slice(0, limit).map((row) => ({ ...row, validFrom: row.validFrom.toString() }));
    const last = lists.at(-1);
    return {
      data: lists,
      nextCursor:
        found.length > limit && last !== undefined
          ? `${last.validFrom}/${last.customerGroup}/${last.currency}`
          : null,
    };
  },
});

/** Errors: Problem 400 for what no list gave. */
function readBehind(after: string): readonly string[] {
  const [, from, group, currency] =
    /^(\d{4}-\d\d-\d\dT[\d:.]{5,20}Z)\/([a-z][a-z0-9-]{0,39})\/([A-Z]{3})$/.exec(after) ?? [];
  if (from === undefined || group === undefined || currency === undefined) {
    throw wrongCursor();
  }
  return [from, group, currency];
}
