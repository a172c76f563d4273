import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Feed } from "./feed.ts";

const FEED = `feed_id as "feedId", feed.supplier, source, format, every_hours as "everyHours",
  to_char(daily_at, 'HH24:MI') as "dailyAt", is_paused as "isPaused", etag, last_modified as "lastModified",
  looked_at as "lookedAt", outcome, outcome_says as "outcomeSays", failures, import_id as "importId",
  feed.created_at as "createdAt", version, supplier.zone`;
const FROM = "catalogue.feed join catalogue.supplier using (supplier)";

/** Adds a feed. */
export const insertFeed = effect(
  "insert_feed",
  `insert into catalogue.feed (feed_id, supplier, source, format, every_hours, daily_at, created_at)
   values ($1, $2, $3, $4, $5, $6::time, $7)`,
);

/** A feed. */
export const feedOf = maybeOne<Feed>("feed_of", `select ${FEED} from ${FROM} where feed_id = $1`);

/** Locks a feed until the transaction ends. */
export const lockFeed = maybeOne<Feed>(
  "lock_feed",
  `select ${FEED} from ${FROM} where feed_id = $1 for update of feed`,
);

/** The feed that an import was opened for, locked. */
export const lockFeedOfImport = maybeOne<Feed>(
  "lock_feed_of_import",
  `select ${FEED} from ${FROM} where import_id = $1 for update of feed`,
);

/** A page of feeds, the newest first, before one; of a supplier. */
export const pageOfFeeds = many<Feed>(
  "page_of_feeds",
  `select ${FEED} from ${FROM}
    where ($1 = '' or feed_id < $1) and ($2::text is null or feed.supplier = $2)
    order by feed_id desc
    limit $3`,
);

/** Writes how a feed is looked for. What the server said of another source is forgotten. */
export const updateFeed = effect(
  "update_feed",
  `update catalogue.feed
      set etag = case when source = $2 and format = $3 then etag end,
          last_modified = case when source = $2 and format = $3 then last_modified end,
          source = $2, format = $3, every_hours = $4, daily_at = $5::time, is_paused = $6,
          version = version + 1
    where feed_id = $1`,
);

/** Says that a feed is asked for, before a job fetches it. */
export const markAsked = effect(
  "mark_feed_asked",
  "update catalogue.feed set looked_at = $2, outcome = 'running', outcome_says = null where feed_id = $1",
);

/** Says that a feed is being fetched, into an import. */
export const markLooking = effect(
  "mark_feed_looking",
  `update catalogue.feed set looked_at = $2, outcome = 'running', outcome_says = null, import_id = $3
    where feed_id = $1`,
);

/** Says what came of looking. Failures in a row are counted; after one, what the server said is forgotten. */
export const markOutcome = effect(
  "mark_feed_outcome",
  `update catalogue.feed
      set outcome = $2, outcome_says = $3, failures = case when $2 = 'failed' then failures + 1 else 0 end,
          etag = case when $2 <> 'failed' then etag end,
          last_modified = case when $2 <> 'failed' then last_modified end
    where feed_id = $1`,
);

/** Keeps what the server said of the file that is being read. */
export const keepTags = effect(
  "keep_feed_tags",
  "update catalogue.feed set etag = $2, last_modified = $3 where feed_id = $1",
);

/** How many feeds could not be read twice in a row or more. */
export const countFailing = one<{ readonly feeds: number }>(
  "count_failing_feeds",
  "select count(*)::integer as feeds from catalogue.feed where failures >= 2 and not is_paused",
);
