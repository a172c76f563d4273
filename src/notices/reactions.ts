import { type Queryable, type Reaction, reaction } from "../platform/index.ts";
import { mailings } from "./mailings.ts";
import { type Notice, sendNotice } from "./sendNotice.ts";
import { lostLetters } from "./store.ts";

/** Every event that has a letter is told, once; what the queue lost is told later. */
export const reactions: readonly Reaction[] = [...new Set(mailings.map(({ on }) => on))].map((on) =>
  reaction(
    on,
    sendNotice,
    ({ type, ...body }, rootId) => ({ rootId, type, body }),
    (db, before) => lostNotices(db, on, before),
  ),
);

async function lostNotices(db: Queryable, type: string, before: Temporal.Instant): Promise<Notice[]> {
  return (await lostLetters(db, type, before)).map(({ rootId, body }) => ({ rootId, type, body }));
}
