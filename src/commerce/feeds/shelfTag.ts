import type { Platform } from "../../platform/index.ts";
import type { FeedFor } from "./feedProduct.ts";
import { offerDigest, type PartDigest, priceDigest, productDigest, shelfMarks } from "./feedStore.ts";

/** So many digests of prices are held: one for each customer group and currency that is asked for. */
const MOST_HELD = 100;

interface Held {
  /** How often the part had been written before the digest was read. */
  readonly mark: number;
  readonly found: Promise<PartDigest>;
}

const held = new WeakMap<Platform, Map<string, Held>>();

/**
 * A tag of all that the shelf tells a reseller. Digests of a whole part of the shelf are read again only once
 * that part was written, or a price list began; every process sees that at once, by the marks. Marks are read
 * before digests, so that a digest is at the worst younger than what it is held by.
 */
export async function shelfTag(
  platform: Platform,
  { groups, currency, at }: Pick<FeedFor, "groups" | "currency" | "at">,
): Promise<string> {
  const { database } = platform;
  const marks = await shelfMarks(database);
  const parts = await Promise.all([
    digestOf(platform, { key: "product", mark: marks.product, at }, () => productDigest(database)),
    digestOf(platform, { key: "offer", mark: marks.offer, at }, () => offerDigest(database)),
    digestOf(platform, { key: ["price", currency, ...groups].join(" "), mark: marks.price, at }, () =>
      priceDigest(database, [...groups], currency, at),
    ),
  ]);
  return parts.join("-");
}

async function digestOf(
  platform: Platform,
  { key, mark, at }: { readonly key: string; readonly mark: number; readonly at: Temporal.Instant },
  read: () => Promise<PartDigest>,
): Promise<string> {
  const digests = held.get(platform) ?? new Map<string, Held>();
  held.set(platform, digests);
  const known = digests.get(key);
  const found = known?.mark === mark ? await known.found : undefined;
  if (found !== undefined && (found.until === null || Temporal.Instant.compare(at, found.until) < 0)) {
    return found.digest;
  }
  const fresh = { mark, found: read() };
  digests.delete(key);
  digests.set(key, fresh);
  for (const oldest of [...digests.keys()].slice(0, Math.max(0, digests.size - MOST_HELD))) {
    digests.delete(oldest);
  }
  fresh.found.catch(() => digests.delete(key));
  return (await fresh.found).digest;
}
