import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import {
  demandFeed,
  FEED_DUE,
  FeedSheet,
  FeedView,
  feedOf,
  feedView,
  lockSeenFeed,
  nextLook,
  updateFeed,
} from "../feeds/index.ts";
import { refuse } from "../refusals.ts";

/** PUT /v1/supplier-feeds/{id}: where and how often it is fetched; paused, it is not. */
export const reviseFeed = act({
  route: "PUT /v1/supplier-feeds/{id}",
  permission: "supplier_feed.keep",
  summary: "Writes where a feed is fetched from and how often, or pauses it",
  params: IdParams,
  body: shape({
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    ...FeedSheet,
    isPaused: Type.Boolean(),
  }),
  reply: FeedView,
  async run(tx, { id, version, source, format, everyHours = null, dailyAt = null, isPaused }, at) {
    const feed = await lockSeenFeed(tx, id);
    demandFeed({ source, everyHours, dailyAt }, tx.platform.config.clock === "test");
    if (feed.version !== version) {
      return refuse("feed_changed");
    }
    await updateFeed(tx, feed.feedId, source, format, everyHours, dailyAt, isPaused);
    tx.record(feed.feedId, [{ type: "FeedRevised", source, format, everyHours, dailyAt, isPaused }]);
    if (isPaused) {
      tx.meet(feed.feedId, FEED_DUE, "");
    } else {
      tx.schedule(feed.feedId, FEED_DUE, "", nextLook({ everyHours, dailyAt, zone: feed.zone }, at));
    }
    const revised = await feedOf(tx, feed.feedId);
    return accepted(feedView(revised as NonNullable<typeof revised>));
  },
});
