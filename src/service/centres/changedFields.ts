import type { Centre } from "./centre.ts";

/** What the history of a centre tells of a change: every field that is another now. */
type Told = Omit<Centre, "centreId" | "version">;

const told: readonly (keyof Told)[] = [
  ...(["name", "channels", "address", "country", "place", "zone", "regions", "models", "series"] as const),
  ...(["hours", "exceptions", "benches", "designations"] as const),
  ...(["slotMinutes", "noticeMinutes", "aheadDays", "closedAt"] as const),
];

/** The fields of a centre that differ, each as it was and as it is. Pure. */
export function changedFields(
  before: Told,
  after: Told,
): Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>> {
  return Object.fromEntries(
    told
      .filter((name) => sorted(before[name]) !== sorted(after[name]))
      .map((name) => [name, { from: plain(before[name]), to: plain(after[name]) }]),
  );
}

/** Stored objects come back with their keys in another order. */
function sorted(value: unknown): string {
  return JSON.stringify(plain(value), (_, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function plain(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value;
}
