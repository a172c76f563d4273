import { failPoint, type Job, newId, type Platform, systemCaller, transact } from "../../platform/index.ts";
import {
  closeImport,
  importOf,
  insertImport,
  insertPart,
  markRunning,
  runImport,
  runningOf,
} from "../imports/index.ts";
import type { Feed } from "./feed.ts";
import { keepTags, lockFeed, markLooking, markOutcome } from "./feedStore.ts";
import { fetchAddress } from "./fetchAddress.ts";
import { openFile } from "./openFile.ts";
import { Unfetchable } from "./unfetchable.ts";

/** A job's lease is longer: a fetch that takes this long is given up before another begins it anew. */
const MOST_MS = 100_000;
const MOST_BYTES = 600_000_000;
const PART_BYTES = 1_000_000;

/** Fetches a feed's file into the parts of an import, and starts it. Killed, it begins again. */
export const fetchFeed: Job<{ readonly feedId: string }> = {
  name: "fetch_feed",
  async run(platform, { feedId }) {
    const feed = await begin(platform, feedId);
    if (feed === undefined) {
      return;
    }
    try {
      await fetchInto(platform, feed);
    } catch (error) {
      if (!(error instanceof Unfetchable)) {
        throw error;
      }
      await giveUp(platform, feed, error.message);
    }
  },
};

type Looking = Feed & { readonly importId: string };

/** Opens an import for the feed. One that an earlier try left half fetched is ended. */
async function begin(platform: Platform, feedId: string): Promise<Looking | undefined> {
  return await transact(platform, systemCaller, async (tx) => {
    const feed = await lockFeed(tx, feedId);
    if (feed === undefined || feed.isPaused) {
      return undefined;
    }
    const before = feed.importId === null ? undefined : await importOf(tx, feed.importId);
    if (before?.state === "running") {
      return undefined;
    }
    if (before?.state === "open") {
      await closeImport(tx, before, { state: "failed", failure: "It was cut off while it was fetched." });
    }
    const importId = newId(tx.at);
    if ((await runningOf(tx, feed.supplier, importId)) !== undefined) {
      await markOutcome(tx, feedId, "failed", "Another file of this supplier was being read.");
      return undefined;
    }
    const { supplier, format } = feed;
    const name = feed.source.slice(0, 200);
    tx.record(importId, [{ type: "ImportOpened", supplier, format }]);
    await insertImport(tx, importId, supplier, format, name, "parts", null, 0, `feed:${feedId}`, tx.at);
    await markLooking(tx, feedId, tx.at, importId);
    return { ...feed, importId };
  });
}

interface Fetched {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Undefined: it is the file that was read last. */
  readonly bytes: AsyncIterable<Uint8Array> | undefined;
}

async function fetchInto(platform: Platform, feed: Looking): Promise<void> {
  const signal = AbortSignal.timeout(MOST_MS);
  const { bytes, etag, lastModified } = await ask(platform, feed, signal);
  if (bytes === undefined) {
    await end(platform, feed, "same", "The file has not changed since it was read.");
    return;
  }
  const parts = await keepParts(platform, feed.importId, bytes, signal);
  failPoint(platform, "feed_fetched");
  if (parts === 0) {
    throw new Unfetchable("The file is empty.");
  }
  await transact(platform, systemCaller, async (tx) => {
    const held = await lockFeed(tx, feed.feedId);
    if (held?.importId !== feed.importId) {
      return;
    }
    await keepTags(tx, feed.feedId, etag, lastModified);
    tx.record(feed.importId, [{ type: "ImportStarted", isCheck: false, from: "where_it_stopped" }]);
    await markRunning(tx, feed.importId, false, tx.at);
    tx.enqueue(runImport, { importId: feed.importId });
  });
}

async function ask(platform: Platform, feed: Looking, signal: AbortSignal): Promise<Fetched> {
  const { source, etag, lastModified } = feed;
  if (!/^https?:/.test(source)) {
    const { tag, open } = await openFile(platform.config.dataFolder, source);
    return { etag: tag, lastModified: null, bytes: tag === etag ? undefined : open() };
  }
  const allowsLoopback = platform.config.clock === "test";
  const answer = await fetchAddress({ url: source, etag, lastModified, allowsLoopback, signal });
  const { headers } = answer;
  const isSame = answer.statusCode === 304;
  if (isSame) {
    answer.destroy();
  }
  return {
    etag: headers.etag ?? null,
    lastModified: headers["last-modified"] ?? null,
    bytes: isSame ? undefined : answer,
  };
}

/** Keeps a file in parts of about a megabyte; answers with how many. */
async function keepParts(
  platform: Platform,
  importId: string,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<number> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let total = 0;
  let parts = 0;
  const keep = async () => {
    parts += 1;
    if ((await insertPart(platform.database, importId, parts, Buffer.concat(held))) === undefined) {
      throw new Unfetchable("Somebody else has taken this import over.");
    }
    [held, heldBytes] = [[], 0];
  };
  try {
    for await (const piece of bytes) {
      held.push(piece);
      heldBytes += piece.length;
      total += piece.length;
      if (total > MOST_BYTES) {
        throw new Unfetchable(`The file is larger than ${MOST_BYTES / 1_000_000} MB.`);
      }
      if (signal.aborted) {
        throw new Unfetchable(`The file took longer than ${MOST_MS / 1_000} seconds.`);
      }
      if (heldBytes >= PART_BYTES) {
        await keep();
      }
    }
  } catch (error) {
    throw error instanceof Unfetchable
      ? error
      : new Unfetchable(`The file was cut off: ${(error as Error).message}.`);
  }
  if (heldBytes > 0) {
    await keep();
  }
  return parts;
}

async function giveUp(platform: Platform, feed: Looking, says: string): Promise<void> {
  await end(platform, feed, "failed", says);
  platform.log.warn({ feed: feed.feedId, supplier: feed.supplier, says }, "a feed could not be read");
}

/** Ends the import that was opened, and says what came of looking. */
async function end(
  platform: Platform,
  { feedId, importId }: Looking,
  outcome: "same" | "failed",
  says: string,
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    const feed = await lockFeed(tx, feedId);
    const run = await importOf(tx, importId);
    if (feed?.importId !== importId || run?.state !== "open") {
      return;
    }
    const state =
      outcome === "same" ? { state: "stopped" as const } : { state: "failed" as const, failure: says };
    await closeImport(tx, run, state);
    await markOutcome(tx, feedId, outcome, says);
    if (outcome === "failed") {
      tx.record(feedId, [{ type: "FeedFailed", says, failures: feed.failures + 1 }]);
    }
  });
}
