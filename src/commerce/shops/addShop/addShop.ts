import { Type } from "typebox";
import {
  accepted,
  act,
  badField,
  type Caller,
  newId,
  readPublicId,
  sealText,
  shape,
} from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { resellerOf } from "../../resellers/resellerStore.ts";
import { demandSkus } from "../demandSkus.ts";
import { Domain, ShopSchema, SkuPair, secretOf, shopView } from "../shop.ts";
import { insertShop } from "../shopStore.ts";

/** POST /v1/shops: connects a shop. Its secret is sealed, and shown to nobody from then on. */
export const addShop = act({
  route: "POST /v1/shops",
  permission: "shop.keep",
  summary: "Connects a shop that sells our codes elsewhere and tells us of its orders",
  body: shape({
    /** Whose shop it is; a reseller's own where it is left out. */
    reseller: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    domain: Domain,
    /** What the shop signs its messages with, from its settings. */
    secret: Type.String({ minLength: 16, maxLength: 200, pattern: "^[\\x21-\\x7e]+$" }),
    method: Type.String({ pattern: "^[a-z_]{2,40}$" }),
    skus: Type.Optional(Type.Array(SkuPair, { maxItems: 1_000 })),
  }),
  reply: ShopSchema,
  status: 201,
  async run(tx, { reseller, domain, secret, method, skus = [] }, at) {
    const resellerId = demandReseller(tx.caller, reseller);
    if ((await resellerOf(tx, resellerId)) === undefined) {
      throw badField("/reseller", "unknown_reseller", "There is no such reseller.");
    }
    const shopId = newId(at);
    const pairs = JSON.stringify(await demandSkus(tx, skus));
    const sealed = sealText(tx.platform.secrets, secretOf(shopId), secret);
    const shop = await insertShop(tx, shopId, resellerId, domain, sealed, pairs, method, tx.caller.id, at);
    return shop === undefined
      ? refuse("shop_connected")
      : accepted(shopView(shop, tx.platform.config.publicUrl));
  },
});

/** A reseller connects its own; the office says whose. */
function demandReseller({ reseller: own }: Caller, named: string | undefined): string {
  const read = named === undefined ? own?.id : readPublicId("rsl", named)?.rootId;
  if (read === undefined || (own !== undefined && own.id !== read)) {
    throw badField("/reseller", "reseller", "Name the reseller whose shop it is: rsl_… .");
  }
  return read;
}
