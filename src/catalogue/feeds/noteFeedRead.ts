import { type Job, type Reaction, reaction, systemCaller, transact } from "../../platform/index.ts";
import { importOf } from "../imports/index.ts";
import { lockFeedOfImport, markOutcome } from "./feedStore.ts";

/** Says of a feed what came of the import that was read for it. */
export const noteFeedRead: Job<{ readonly importId: string }> = {
  name: "note_feed_read",
  async run(platform, { importId }) {
    await transact(platform, systemCaller, async (tx) => {
      const feed = await lockFeedOfImport(tx, importId);
      const run = feed === undefined ? undefined : await importOf(tx, importId);
      if (feed?.outcome !== "running" || run === undefined || run.endedAt === null) {
        return;
      }
      const { state, rowsNew, rowsChanged, rowsSame, rowsRefused } = run;
      const isRead = state === "done";
      const says = isRead
        ? `${rowsNew} new, ${rowsChanged} changed, ${rowsSame} the same, ${rowsRefused} refused.`
        : (run.failure ?? "Its reading was stopped.");
      await markOutcome(tx, feed.feedId, isRead ? "read" : "failed", says);
      if (!isRead) {
        tx.record(feed.feedId, [{ type: "FeedFailed", says, failures: feed.failures + 1 }]);
      }
    });
  },
};

/** After every import; most are of no feed. */
export const feedReactions: readonly Reaction[] = [
  reaction("ImportEnded", noteFeedRead, (_event, importId) => ({ importId })),
];
