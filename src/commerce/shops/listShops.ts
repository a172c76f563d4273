import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { ShopSchema, shopView } from "./shop.ts";
import { shopSight } from "./shopSight.ts";
import { pageOfShops } from "./shopStore.ts";

/** GET /v1/shops: the shops of a reseller, all for the office; the newest first. */
export const listShops = read({
  route: "GET /v1/shops",
  permission: "shop.read",
  summary: "Lists connected shops, the newest first; the one of an id where it is named.",
  query: shape({ ...PageQuery, id: Type.Optional(Type.String({ maxLength: 80 })) }),
  reply: page(ShopSchema),
  async run(db, { after, limit = 50, id }) {
    const before = after === undefined ? "" : readPublicId("shp", after)?.rootId;
    if (before === undefined) {
      throw wrongCursor();
    }
    const wanted = id === undefined ? null : (readPublicId("shp", id)?.rootId ?? "");
    const found = await pageOfShops(db, ...shopSight(db.caller), before, limit + 1, wanted);
    const shops = found.slice(0, limit);
    const last = shops.at(-1);
    return {
      data: shops.map((shop) => shopView(shop, db.platform.config.publicUrl)),
      nextCursor: found.length > limit && last !== undefined ? publicId("shp", last.shopId) : null,
    };
  },
});
