import type { DeadlineKind, Platform } from "../../platform/index.ts";
import { countFailing, lockFeed } from "./feedStore.ts";
import { fetchFeed } from "./fetchFeed.ts";
import { nextLook } from "./nextLook.ts";

export const FEED_DUE = "feed_due";

/** A feed is looked for, and due again at its next time. One that was paused meanwhile is not. */
export const feedDue: DeadlineKind = {
  kind: FEED_DUE,
  async run(tx, { rootId }) {
    const feed = await lockFeed(tx, rootId);
    if (feed === undefined || feed.isPaused) {
      return;
    }
    tx.schedule(rootId, FEED_DUE, "", nextLook(feed, tx.at));
    tx.enqueue(fetchFeed, { feedId: rootId });
  },
};

/** How many feeds need a person, for whoever watches from outside. */
export function watchFeeds({ metrics, database }: Platform): void {
  metrics.watch("evermend_feeds_failing", "Feeds that could not be read twice in a row", async () => {
    return (await countFailing(database)).feeds;
  });
}
