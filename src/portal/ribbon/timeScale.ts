import { instantOf, type When } from "../words/formatDate.ts";
import type { RibbonFacts } from "./ribbonFacts.ts";

/** A linear scale over time: 0 is the first moment shown, 1 the last. */
export type TimeScale = {
  readonly first: Temporal.Instant;
  readonly last: Temporal.Instant;
  /** The place of an instant, or of the first moment of a day. Rounded to a ten-thousandth. */
  at(when: When): number;
  /** The place where a day or a period is over. */
  end(when: When): number;
};

const edge = 0.02;
const shortestMilliseconds = 30 * 24 * 60 * 60 * 1000;

/** The scale that holds every known date of the facts, with a small margin on both sides. */
export function timeScaleOf(facts: RibbonFacts): TimeScale {
  const place = (when: When) => instantOf(when, facts.zone).epochMilliseconds;
  const placeEnd = (when: When) => (when.length === 10 ? place(nextDay(when)) : place(when));
  const known = [...datesOf(facts).map(place), ...endsOf(facts).map(placeEnd)];
  const first = Math.min(...known);
  const last = Math.max(...known, first + shortestMilliseconds);
  const margin = (last - first) * edge;
  const length = last - first + 2 * margin;
  const part = (milliseconds: number) =>
    Math.round(((milliseconds - first + margin) / length) * 10_000) / 10_000;
  return {
    first: Temporal.Instant.fromEpochMilliseconds(Math.round(first - margin)),
    last: Temporal.Instant.fromEpochMilliseconds(Math.round(last + margin)),
    at: (when) => part(place(when)),
    end: (when) => part(placeEnd(when)),
  };
}

function nextDay(day: When): When {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function datesOf(facts: RibbonFacts): readonly When[] {
  const activated = facts.activatedAt === "never" ? undefined : facts.activatedAt;
  return [
    facts.today,
    facts.boughtAt,
    activated,
    facts.warranty?.from,
    facts.openClaim?.reportedAt,
    facts.renewal?.from,
    ...facts.units.flatMap((unit) => [unit.from, unit.to]),
    ...facts.contracts.map((contract) => contract.startsAt),
    ...facts.contracts.flatMap((contract) => contract.slots.map((slot) => slot.usedAt)),
  ].filter((when) => when !== undefined);
}

function endsOf(facts: RibbonFacts): readonly When[] {
  return [
    facts.warranty?.to,
    facts.renewal?.until,
    ...facts.contracts.map((contract) => contract.endsAt),
    ...facts.deadlines.map((deadline) => deadline.at),
  ].filter((when) => when !== undefined);
}
