import { Type } from "typebox";
import { productsOf } from "../../../catalogue/index.ts";
import {
  accepted,
  act,
  IdParams,
  newId,
  notFound,
  openText,
  publicId,
  shape,
} from "../../../platform/index.ts";
import { keepMessage } from "../messageStore.ts";
import { secretOf, shopIdOf } from "../shop.ts";
import { shopSight } from "../shopSight.ts";
import { seenShop, shopToCheck } from "../shopStore.ts";
import { isSigned, signatureOf } from "../signature.ts";

/**
 * POST /v1/shops/{id}/test: what would become of an order of each mapped SKU. Nothing is ordered; a
 * message of
 * the topic `test` is noted. It says nothing of whether the shop holds the same secret: its next message
 * does.
 */
export const testShop = act({
  route: "POST /v1/shops/{id}/test",
  permission: "shop.keep",
  summary: "Tries what is set for a shop without ordering anything",
  params: IdParams,
  reply: shape({
    shop: Type.String(),
    /** A message signed with the secret we hold is taken for the shop's. */
    signature: Type.Boolean(),
    skus: Type.Array(shape({ theirs: Type.String(), ours: Type.String(), isSold: Type.Boolean() })),
  }),
  async run(tx, { id }, at) {
    const shopId = shopIdOf(id);
    const [shop, check] = await Promise.all([
      seenShop(tx, shopId, ...shopSight(tx.caller)),
      shopToCheck(tx, shopId),
    ]);
    if (shop === undefined || check === undefined) {
      throw notFound("shop");
    }
    const mapped = Object.entries(shop.skus).flatMap(([theirs, ours]) =>
      ours === null ? [] : [{ theirs, ours }],
    );
    const products = await productsOf(tx, [...new Set(mapped.map(({ ours }) => ours))]);
    const sold = new Set(products.filter(isCodeOnSale).map(({ sku }) => sku));
    const secret = openText(tx.platform.secrets, secretOf(shopId), check.secret);
    const body = Buffer.from(JSON.stringify({ test: id }));
    const messageId = `test-${newId(at)}`;
    await keepMessage(tx, shopId, messageId, "test", null, null, body, null, "done", "test", at);
    return accepted({
      shop: publicId("shp", shopId),
      signature: isSigned(secret, body, signatureOf(secret, body)),
      skus: mapped.map(({ theirs, ours }) => ({ theirs, ours, isSold: sold.has(ours) })),
    });
  },
});

function isCodeOnSale(product: { readonly soldAs: string; readonly isListed: boolean }): boolean {
  return product.soldAs === "code" && product.isListed;
}
