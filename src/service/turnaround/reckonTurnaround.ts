import { type Job, type Reaction, reaction } from "../../platform/index.ts";
import { heldTurnarounds, lastReckoned, reckonTurnarounds } from "./turnaroundStore.ts";

/** Of how many days units count, and how many there must be to tell. */
const DAYS = 90;
const ENOUGH = 5;

/** Reckons, once a day at the most, how long units took. Follows a case that ends. */
export const reckonTurnaround: Job<{ readonly claimNo: number }> = {
  name: "reckon_turnaround",
  run: async (platform) => {
    const { database } = platform;
    const now = platform.clock.now();
    const { at } = await lastReckoned(database);
    if (at !== null && Temporal.Instant.compare(now, at.add({ hours: 24 })) < 0) {
      return;
    }
    await reckonTurnarounds(database, now.subtract({ hours: 24 * DAYS }), now, ENOUGH);
    await heldTurnarounds.readAgain({ query: database.query, platform });
  },
};

export const turnaroundReactions: readonly Reaction[] = [
  reaction("ClaimClosed", reckonTurnaround, ({ claimNo }) => ({ claimNo: Number(claimNo) })),
];
