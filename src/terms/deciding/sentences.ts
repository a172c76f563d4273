import type { Obstacle } from "../compiling/cited.ts";
import { countUses } from "../compiling/counts.ts";
import type { FactInfo, Supplier } from "../factTypes.ts";
import { parseInstant } from "../time/civil.ts";
import { gapInWords } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";
import { type Span, stretchOf } from "./moments.ts";

/** Who can tell a fact, or change it, as it reads in a sentence. */
export const whoTells: Readonly<Record<Supplier, string>> = {
  owner: "you",
  technician: "the technician",
  registry: "the maker",
  provider: "the service provider",
  system: "us",
};

/** A change in plain words: `47 minutes too late`, `still to come: battery`. */
export function sentenceFor(
  info: FactInfo,
  from: unknown,
  to: unknown,
  set: readonly Obstacle[],
  zones: readonly Zone[],
): string {
  switch (info.type) {
    case "instant":
      return lateness(info, stretchOf(from, zones), parseInstant(String(to)) ?? 0, set);
    case "uses": {
      const surplus = (countUses(from) ?? 0) - Number(to);
      return `${surplus} ${surplus === 1 ? "use" : "uses"} too many`;
    }
    case "list":
      return listed(info, from, to);
    default:
      return `${info.label}: ${shown(from)}, and it would have to be ${shown(to)}`;
  }
}

/**
 * A window runs from its fact: to be in time, that would have had to be later. Any other instant is late
 * when it is after the bound. A date or an interval is measured from the end that is nearer.
 */
function lateness(info: FactInfo, from: Span | undefined, to: number, set: readonly Obstacle[]): string {
  const { lo, hi } = from ?? { lo: to, hi: to };
  const gap = to < lo ? to - lo : Math.max(0, to - hi);
  const isStart = set.some((obstacle) => obstacle.from === info.name);
  return `${gapInWords(Math.abs(gap))} too ${isStart === gap > 0 ? "late" : "early"}`;
}

function listed(info: FactInfo, from: unknown, to: unknown): string {
  const before: readonly unknown[] = Array.isArray(from) ? from : [];
  const after: readonly unknown[] = Array.isArray(to) ? to : [];
  const missing = after.filter((item) => !before.includes(item));
  return info.name === "claim.returnedParts"
    ? `still to come: ${missing.join(", ")}`
    : `${info.label} would have to be ${after.join(", ") || "none"}`;
}

function shown(value: unknown): string {
  if (value === true) {
    return "yes";
  }
  return value === false ? "no" : String(value);
}
