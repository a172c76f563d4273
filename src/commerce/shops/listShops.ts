import { Type } from "typebox";
import { PageQuery, page, pageOfRoots, read, readPublicId, shape } from "../../platform/index.ts";
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
  async run(db, { id, ...place }) {
    const wanted = id === undefined ? null : (readPublicId("shp", id)?.rootId ?? "");
    return await pageOfRoots("shp", place, {
      read: (before, limit) => pageOfShops(db, ...shopSight(db.caller), before, limit, wanted),
      idOf: ({ shopId }) => shopId,
      view: (shop) => shopView(shop, db.platform.config.publicUrl),
    });
  },
});
