import { Type } from "typebox";
import { IdParams, PageQuery, page, pageOfRoots, read, shape } from "../../platform/index.ts";
import { FeedView, feedView } from "./feed.ts";
import { pageOfFeeds } from "./feedStore.ts";
import { seenFeed } from "./seenFeed.ts";

/** GET /v1/supplier-feeds: where suppliers' files are fetched from, the newest first. */
export const listFeeds = read({
  route: "GET /v1/supplier-feeds",
  permission: "supplier_feed.read",
  summary: "Lists the feeds of suppliers, the newest first, with what came of each the last time",
  query: shape({ ...PageQuery, supplier: Type.Optional(Type.String({ maxLength: 40 })) }),
  reply: page(FeedView),
  csv: true,
  run: async (db, { supplier, ...place }) =>
    await pageOfRoots("fed", place, {
      read: (before, limit) => pageOfFeeds(db, before, supplier || undefined, limit),
      idOf: ({ feedId }) => feedId,
      view: feedView,
    }),
});

/** GET /v1/supplier-feeds/{id}: one feed. */
export const showFeed = read({
  route: "GET /v1/supplier-feeds/{id}",
  permission: "supplier_feed.read",
  summary: "Shows a feed, and what came of it the last time",
  params: IdParams,
  reply: FeedView,
  run: async (db, { id }) => feedView(await seenFeed(db, id)),
});
