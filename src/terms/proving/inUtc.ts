import { formatInstant, parseInstant } from "../time/civil.ts";

/** Facts with every instant written in UTC, so that the same moment is the same text. */
export function inUtc(told: unknown): unknown {
  if (typeof told === "string") {
    const instant = parseInstant(told);
    return instant === undefined ? told : formatInstant(instant);
  }
  if (Array.isArray(told)) {
    return told.map(inUtc);
  }
  return typeof told === "object" && told !== null
    ? Object.fromEntries(Object.entries(told).map(([name, inner]) => [name, inUtc(inner)]))
    : told;
}
