import { Type } from "typebox";
import { accepted, act, IdParams, notFound, sealText, shape } from "../../../platform/index.ts";
import { workShopOrder } from "../../workShopOrder.ts";
import { demandSkus } from "../demandSkus.ts";
import { ordersThatWait, takeUpWaiting } from "../messageStore.ts";
import { ShopSchema, SkuPair, secretOf, shopIdOf, shopStates, shopView } from "../shop.ts";
import { shopSight } from "../shopSight.ts";
import { lockSeenShop, updateShop } from "../shopStore.ts";

/**
 * POST /v1/shops/{id}/settings: what is given is changed. Messages that waited for a SKU to be mapped are
 * worked again.
 */
export const changeShop = act({
  route: "POST /v1/shops/{id}/settings",
  permission: "shop.keep",
  summary: "Changes how a connected shop is read: its SKUs, its secret, how it pays, whether it is on",
  params: IdParams,
  body: shape({
    /** All of them: those left out are unknown from then on. */
    skus: Type.Optional(Type.Array(SkuPair, { maxItems: 1_000 })),
    method: Type.Optional(Type.String({ pattern: "^[a-z_]{2,40}$" })),
    state: Type.Optional(Type.Enum([...shopStates])),
    secret: Type.Optional(Type.String({ minLength: 16, maxLength: 200, pattern: "^[\\x21-\\x7e]+$" })),
  }),
  reply: ShopSchema,
  async run(tx, { id, skus, method, state, secret }) {
    const shopId = shopIdOf(id);
    const shop = await lockSeenShop(tx, shopId, ...shopSight(tx.caller));
    if (shop === undefined) {
      throw notFound("shop");
    }
    const pairs = skus === undefined ? null : JSON.stringify(await demandSkus(tx, skus));
    const sealed = secret === undefined ? null : sealText(tx.platform.secrets, secretOf(shopId), secret);
    const changed = await updateShop(tx, shopId, pairs, method ?? null, state ?? null, sealed);
    for (const { shopOrder } of pairs === null ? [] : await ordersThatWait(tx, shopId)) {
      await takeUpWaiting(tx, shopId, shopOrder);
      tx.enqueue(workShopOrder, { shopId, shopOrder });
    }
    return accepted(shopView(changed ?? shop, tx.platform.config.publicUrl));
  },
});
