import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { ShopSchema, shopView } from "./shop.ts";
import { shopSight } from "./shopSight.ts";
import { pageOfShops } from "./shopStore.ts";

/** GET /v1/shops: the shops of a reseller, all for the office; the newest first. */
export const listShops = read({
  route: "GET /v1/shops",
  permission: "shop.read",
  summary: "Lists connected shops, the newest first.",
  query: shape({ ...PageQuery }),
  reply: page(ShopSchema),
  async run(db, { after, limit = 50 }) {
    const before = after === undefined ? "" : readPublicId("shp", after)?.rootId;
    if (before === undefined) {
      throw wrongCursor();
    }
    const found = await pageOfShops(db, ...shopSight(db.caller), before, limit + 1);
    const shops = found.slice(0, limit);
    const last = shops.at(-1);
    return {
      data: shops.map((shop) => shopView(shop, db.platform.config.publicUrl)),
      nextCursor: found.length > limit && last !== undefined ? publicId("shp", last.shopId) : null,
    };
  },
});
