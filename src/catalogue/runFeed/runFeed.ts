import { accepted, act, IdParams } from "../../platform/index.ts";
import { FeedView, feedOf, feedView, fetchFeed, lockSeenFeed, markAsked } from "../feeds/index.ts";
import { refuse } from "../refusals.ts";

/** A fetch is given up long before; only one whose job was lost is still running then. */
const LOST_AFTER = Temporal.Duration.from({ minutes: 15 });

/** POST /v1/supplier-feeds/{id}/run: looks for it now; its own times stay. A job does the fetching. */
export const runFeed = act({
  route: "POST /v1/supplier-feeds/{id}/run",
  permission: "supplier_feed.keep",
  summary: "Looks for a feed now, beside its own times",
  params: IdParams,
  reply: FeedView,
  async run(tx, { id }, at) {
    const feed = await lockSeenFeed(tx, id);
    if (feed.isPaused) {
      return refuse("feed_paused");
    }
    const { feedId, outcome, lookedAt } = feed;
    const isLost = lookedAt !== null && Temporal.Instant.compare(lookedAt.add(LOST_AFTER), at) < 0;
    if (outcome === "running" && !isLost) {
      return refuse("feed_running");
    }
    await markAsked(tx, feedId, at);
    tx.enqueue(fetchFeed, { feedId });
    return accepted(feedView((await feedOf(tx, feedId)) ?? feed));
  },
});
