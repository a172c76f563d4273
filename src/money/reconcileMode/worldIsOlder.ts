import type { World } from "./mode.ts";

/** What was found of what the mark names, and of the mark itself. */
export interface Found {
  readonly hasEvent: boolean;
  readonly hasPosting: boolean;
  /** The mark is a copy of the one that was written: its folder was put in the place of another. */
  readonly isCopied: boolean;
}

/**
 * Why this database may not be all that its data folder has seen; undefined when it is. After a failover the
 * last that was committed may be missing even where the mark, which is some seconds old, is not. Pure.
 */
export function worldIsOlder(marked: World, now: World, found: Found): string | undefined {
  if (marked.system !== now.system) {
    return "this is another database server than the one this data folder has last seen";
  }
  if (marked.timeline !== now.timeline) {
    const lines = `${marked.timeline}, now ${now.timeline}`;
    return `the database has begun another line of time (${lines}): a failover or a restore`;
  }
  if (!found.hasEvent) {
    return "the database does not have the newest event this data folder has seen: it was restored";
  }
  if (!found.hasPosting) {
    return "the database does not have the newest posting this data folder has seen: it was restored";
  }
  if (marked.database !== now.database) {
    return "this is another database than the one this data folder has last seen: it was restored";
  }
  return found.isCopied
    ? "this data folder is a copy: what has happened since it was made is not in it"
    : undefined;
}
