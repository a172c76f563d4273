import { Type } from "typebox";
import { accepted, act, notFound, shape } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { workShopOrder } from "../../workShopOrder.ts";
import { messageOf, takeUpWaiting } from "../messageStore.ts";
import { shopIdOf } from "../shop.ts";
import { ShopMessageSchema, shopMessageView } from "../shopMessage.ts";
import { shopSight } from "../shopSight.ts";
import { seenShop } from "../shopStore.ts";

/** POST /v1/shops/{id}/messages/{message}/retry: works a message that waits once more, with its order. */
export const retryShopMessage = act({
  route: "POST /v1/shops/{id}/messages/{message}/retry",
  permission: "shop.keep",
  summary: "Works a message of a shop's that waits for a person once more",
  params: shape({
    id: Type.String({ minLength: 1, maxLength: 80 }),
    message: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  reply: ShopMessageSchema,
  async run(tx, { id, message }) {
    const shopId = shopIdOf(id);
    const shop = await seenShop(tx, shopId, ...shopSight(tx.caller));
    const found = shop === undefined ? undefined : await messageOf(tx, shopId, message);
    if (found === undefined) {
      throw notFound("message");
    }
    if (found.state !== "waiting" || found.shopOrder === null) {
      return refuse("message_does_not_wait");
    }
    // Of several who try at once, one takes it up.
    const taken = await takeUpWaiting(tx, shopId, found.shopOrder);
    if (taken.length === 0) {
      return refuse("message_does_not_wait");
    }
    tx.enqueue(workShopOrder, { shopId, shopOrder: found.shopOrder });
    const { skus: _, refusal: __, ...details } = found.details;
    return accepted(shopMessageView({ ...found, state: "new", outcome: null, workedAt: null, details }));
  },
});
