import { type Reaction, reaction } from "../platform/index.ts";
import { mailings } from "./mailings.ts";
import { sendNotice } from "./sendNotice.ts";

/** Every event that has a letter is told, once. */
export const reactions: readonly Reaction[] = [...new Set(mailings.map(({ on }) => on))].map((on) =>
  reaction(on, sendNotice, ({ type, ...body }, rootId) => ({ rootId, type, body })),
);
