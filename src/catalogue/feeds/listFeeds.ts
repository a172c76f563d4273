import { Type } from "typebox";
import {
  IdParams,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { FeedView, feedView } from "./feed.ts";
import { pageOfFeeds } from "./feedStore.ts";
import { seenFeed } from "./seenFeed.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/supplier-feeds: where suppliers' files are fetched from, the newest first. */
export const listFeeds = read({
  route: "GET /v1/supplier-feeds",
  permission: "supplier_feed.read",
  summary: "Lists the feeds of suppliers, the newest first, with what came of each the last time",
  query: shape({ ...PageQuery, supplier: Type.Optional(Type.String({ maxLength: 40 })) }),
  reply: page(FeedView),
  csv: true,
  async run(db, { supplier, after, limit = DEFAULT_LIMIT }) {
    const before = after === undefined ? undefined : readPublicId("fed", after);
    if (after !== undefined && before === undefined) {
      throw wrongCursor();
    }
    const found = await pageOfFeeds(db, before?.rootId ?? "", supplier || undefined, limit + 1);
    const feeds = found.slice(0, limit);
    const last = feeds.at(-1);
    return {
      data: feeds.map(feedView),
      nextCursor: found.length > limit && last !== undefined ? publicId("fed", last.feedId) : null,
    };
  },
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
