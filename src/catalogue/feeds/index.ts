export { demandFeed } from "./demandFeed.ts";
export { FeedSheet, FeedView, feedView } from "./feed.ts";
export { FEED_DUE, feedDue, watchFeeds } from "./feedDue.ts";
export { feedOf, insertFeed, markAsked, updateFeed } from "./feedStore.ts";
export { fetchFeed } from "./fetchFeed.ts";
export { listFeeds, showFeed } from "./listFeeds.ts";
export { nextLook } from "./nextLook.ts";
export { feedReactions, noteFeedRead } from "./noteFeedRead.ts";
export { lockSeenFeed } from "./seenFeed.ts";
