import { accepted, act, IdParams } from "../../platform/index.ts";
import { FeedView, feedView, fetchFeed, lockSeenFeed } from "../feeds/index.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/supplier-feeds/{id}/run: looks for it now; its own times stay. A job does the fetching. */
export const runFeed = act({
  route: "POST /v1/supplier-feeds/{id}/run",
  permission: "supplier_feed.keep",
  summary: "Looks for a feed now, beside its own times",
  params: IdParams,
  reply: FeedView,
  async run(tx, { id }) {
    const feed = await lockSeenFeed(tx, id);
    if (feed.isPaused) {
      return refuse("feed_paused");
    }
    if (feed.outcome === "running") {
      return refuse("feed_running");
    }
    tx.enqueue(fetchFeed, { feedId: feed.feedId });
    return accepted(feedView(feed));
  },
});
