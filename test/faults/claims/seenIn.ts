import type { ClaimWorld } from "./claimWorld.ts";

/** How many commands were tried in these worlds, by what came of them. */
export function seenIn(worlds: readonly ClaimWorld[]): Readonly<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const [what, count] of worlds.flatMap(({ seen }) => Object.entries(seen))) {
    all[what] = (all[what] ?? 0) + count;
  }
  return all;
}
