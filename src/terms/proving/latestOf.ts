import type { Deadline } from "../receipt.ts";
import { parseInstant } from "../time/civil.ts";

/** The end of the latest deadline, as it is written in the receipt; undefined without deadlines. */
export function latestOf(deadlines: readonly Deadline[]): string | undefined {
  const [latest] = deadlines.toSorted((a, b) => (parseInstant(b.to) ?? 0) - (parseInstant(a.to) ?? 0));
  return latest?.to;
}
