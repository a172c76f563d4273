import { Type } from "typebox";
import { accepted, act, badField, newId, shape } from "../../platform/index.ts";
import {
  demandFeed,
  FEED_DUE,
  FeedSheet,
  FeedView,
  feedOf,
  feedView,
  insertFeed,
  nextLook,
} from "../feeds/index.ts";
import { supplierOf } from "../suppliers/index.ts";

/**
 * POST /v1/supplier-feeds: where a supplier's file is fetched from, and how often. It is looked for at its
 * time.
 */
export const addFeed = act({
  route: "POST /v1/supplier-feeds",
  permission: "supplier_feed.keep",
  summary: "Adds a feed of a supplier: its address or file, and when it is looked for",
  body: shape({ supplier: Type.String({ minLength: 1, maxLength: 40 }), ...FeedSheet }),
  reply: FeedView,
  status: 201,
  async run(tx, { supplier, source, format, everyHours = null, dailyAt = null }, at) {
    demandFeed({ source, everyHours, dailyAt }, tx.platform.config.clock === "test");
    const known = await supplierOf(tx, supplier);
    if (known === undefined) {
      throw badField("/supplier", "unknown_supplier", "There is no such supplier: add it first.");
    }
    const feedId = newId(at);
    await insertFeed(tx, feedId, supplier, source, format, everyHours, dailyAt, at);
    tx.record(feedId, [{ type: "FeedAdded", supplier, source, format, everyHours, dailyAt }]);
    tx.schedule(feedId, FEED_DUE, "", nextLook({ everyHours, dailyAt, zone: known.zone }, at));
    const added = await feedOf(tx, feedId);
    return accepted(feedView(added as NonNullable<typeof added>));
  },
});
