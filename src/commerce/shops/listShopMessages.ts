import { Type } from "typebox";
import { IdParams, notFound, PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { pageOfMessages } from "./messageStore.ts";
import { shopIdOf } from "./shop.ts";
import { messageStates, ShopMessageSchema, shopMessageView } from "./shopMessage.ts";
import { shopSight } from "./shopSight.ts";
import { seenShop } from "./shopStore.ts";

/** GET /v1/shops/{id}/messages: what a shop told us and what became of it; the newest first. */
export const listShopMessages = read({
  route: "GET /v1/shops/{id}/messages",
  permission: "shop.read",
  summary: "Lists the messages of a shop and what became of each, the newest first.",
  params: IdParams,
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...messageStates])) }),
  reply: page(ShopMessageSchema),
  csv: true,
  async run(db, { id, after, limit = 50, state }) {
    const [at, messageId] = after === undefined ? [null, ""] : readCursor(after);
    const shopId = shopIdOf(id);
    if ((await seenShop(db, shopId, ...shopSight(db.caller))) === undefined) {
      throw notFound("shop");
    }
    const found = await pageOfMessages(db, shopId, state ?? null, at, messageId, limit + 1);
    const messages = found.slice(0, limit);
    const last = messages.at(-1);
    return {
      data: messages.map(shopMessageView),
      nextCursor:
        found.length > limit && last !== undefined ? `${last.receivedAt.toString()} ${last.messageId}` : null,
    };
  },
});

function readCursor(text: string): readonly [Temporal.Instant, string] {
  const [, at = "", messageId = ""] = /^(\S+Z) (\S{1,100})$/.exec(text) ?? [];
  try {
    return [Temporal.Instant.from(at), messageId];
  } catch {
    throw wrongCursor();
  }
}
