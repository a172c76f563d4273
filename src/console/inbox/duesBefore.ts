import type { CommandOf } from "../../client/index.ts";
import { dayAt, startOfDay } from "../format/wallClock.ts";
import type { Due } from "./inboxQueries.ts";

/** The last zone to begin a day. */
const LAST_ZONE = "Etc/GMT+12";

/**
 * What is asked for, and which of what comes is shown: due before a day, if one was chosen. Each is shown by
 * its own clock, so all are asked for that are due before the day begins anywhere.
 */
export function duesBefore(day: string | undefined): {
  readonly asked: CommandOf<"listDeadlines">;
  readonly isShown: (due: Pick<Due, "dueAt" | "zone">) => boolean;
} {
  return {
    asked: day === undefined ? {} : { to: startOfDay(day, LAST_ZONE) },
    isShown: ({ dueAt, zone }) => day === undefined || dayAt(dueAt, zone) < day,
  };
}
