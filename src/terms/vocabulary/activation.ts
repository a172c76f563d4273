import type { FactGroups } from "../facts.ts";
import { dayMs, dayNumber, hourMs, parseDay, parseInstant } from "../time/civil.ts";

/** Why a first activation cannot have been when it was told. */
export type Doubt = "before-any-device" | "before-manufacture" | "in-the-future";

/** A clock that was never set begins in 1970, 1980 or 1999; what plans are sold for was not there yet. */
const firstYear = 2000;
const firstDevices: number = dayNumber(firstYear, 1, 1) * dayMs;

/**
 * The first activation as far as it can be so. One that cannot is a clock that was never set or is wrong: it
 * says as little as nothing told, and harms nobody.
 */
export function believedActivation(c: FactGroups): unknown {
  const told = c.device.activatedAt;
  return told === undefined || isPlainlyPast(told, c) || doubtOf(c) === undefined ? told : undefined;
}

/** Undefined while it can be so: only what is out of the question in every zone is not believed. */
export function doubtOf({ at, device }: FactGroups): Doubt | undefined {
  const told = extentOf(device.activatedAt);
  if (told === undefined) {
    return undefined;
  }
  if (told.hi < firstDevices) {
    return "before-any-device";
  }
  const now = extentOf(at);
  if (now !== undefined && told.lo > now.hi) {
    return "in-the-future";
  }
  const made = extentOf(device.manufacturedAt);
  return made !== undefined && told.hi < made.lo ? "before-manufacture" : undefined;
}

/** Most instants are written to the second in UTC, and such texts have the order of what they say. */
function isPlainlyPast(told: unknown, { at, device }: FactGroups): boolean {
  return (
    device.manufacturedAt === undefined &&
    isPlain(told) &&
    isPlain(at) &&
    told <= at &&
    told.charCodeAt(0) === twoInDigits
  );
}

const twoInDigits = 50;

const isPlain = (text: unknown): text is string =>
  typeof text === "string" && text.length === 20 && text.charCodeAt(19) === 90 && text.charCodeAt(10) === 84;

interface Extent {
  readonly lo: number;
  readonly hi: number;
}

/**
 * How far from UTC the clocks of the world are: a day begins up to so much earlier and ends so much later.
 */
const eastMs: number = 14 * hourMs;
const westMs: number = 12 * hourMs;

/** The earliest and the latest an instant, a day or an interval can mean, in whatever zone. */
function extentOf(raw: unknown): Extent | undefined {
  if (typeof raw === "string") {
    return extentOfText(raw);
  }
  if (typeof raw !== "object" || raw === null || !("from" in raw) || !("to" in raw)) {
    return undefined;
  }
  const [from, to] = [raw.from, raw.to].map((end) =>
    typeof end === "string" ? extentOfText(end) : undefined,
  );
  return from && to && { lo: from.lo, hi: to.hi };
}

function extentOfText(text: string): Extent | undefined {
  const instant = parseInstant(text);
  if (instant !== undefined) {
    return { lo: instant, hi: instant };
  }
  const day = parseDay(text);
  return day === undefined ? undefined : { lo: day * dayMs - eastMs, hi: (day + 1) * dayMs + westMs };
}
