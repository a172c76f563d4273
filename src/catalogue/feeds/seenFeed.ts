import { notFound, type Queryable, readPublicId, type Tx } from "../../platform/index.ts";
import type { Feed } from "./feed.ts";
import { feedOf, lockFeed } from "./feedStore.ts";

/** The feed with this outside id. Errors: Problem 404. */
export async function seenFeed(db: Queryable, id: string): Promise<Feed> {
  return there(await feedOf(db, rootOfFeed(id)));
}

/** Locks the feed with this outside id. Errors: Problem 404. */
export async function lockSeenFeed(tx: Tx, id: string): Promise<Feed> {
  return there(await lockFeed(tx, rootOfFeed(id)));
}

function rootOfFeed(id: string): string {
  const key = readPublicId("fed", id);
  if (key === undefined || key.no !== undefined) {
    throw notFound("feed");
  }
  return key.rootId;
}

function there(feed: Feed | undefined): Feed {
  if (feed === undefined) {
    throw notFound("feed");
  }
  return feed;
}
