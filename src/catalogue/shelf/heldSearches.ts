import type { Platform } from "../../platform/index.ts";

/** How long what a search found is held; the longest time another node's change goes unseen here. */
const HELD_MS = 5_000;

/** So many searches are held, the one asked for last among them. */
const MOST_HELD = 300;

interface Held<Answer> {
  readonly answer: Promise<Answer>;
  readonly askedAt: number;
}

const held = new WeakMap<Platform, Map<string, Held<unknown>>>();

/**
 * What a search found, from this process if it was asked for just now, by whomever. Those who ask while it is
 * being searched for wait for the same answer; a search that failed is not held.
 */
export async function heldSearch<Answer>(
  platform: Platform,
  key: string,
  search: () => Promise<Answer>,
): Promise<Answer> {
  const searches = held.get(platform) ?? new Map<string, Held<unknown>>();
  held.set(platform, searches);
  const found = searches.get(key) as Held<Answer> | undefined;
  searches.delete(key);
  const now = performance.now();
  const fresh =
    found !== undefined && now - found.askedAt < HELD_MS ? found : { answer: search(), askedAt: now };
  searches.set(key, fresh);
  for (const oldest of searches.keys()) {
    if (searches.size <= MOST_HELD) {
      break;
    }
    searches.delete(oldest);
  }
  fresh.answer.catch(() => searches.delete(key));
  return await fresh.answer;
}

/** Forgets what was found: something findable was written here. */
export function forgetSearches(platform: Platform): void {
  held.delete(platform);
}
