/**
 * How a plan's net amount is earned over its period. A curve of months cuts the period into as many equal
 * parts as it has months. Between its points every curve runs straight.
 */
export type Curve =
  /** The same every day. */
  | { readonly kind: "straight_line" }
  /** Of n months the first earns n shares, the last one: cost comes early. */
  | { readonly kind: "rule_of_78" }
  /** Of n months the first earns one share, the last n: cost comes late, as behind a maker's warranty. */
  | { readonly kind: "reverse_rule_of_78" }
  /** What each of equally long parts of the period is expected to cost, in whatever unit. */
  | { readonly kind: "expected_cost"; readonly weights: readonly number[] }
  /** How much is earned by when. It begins at nothing and ends at all, also where no point says so. */
  | { readonly kind: "custom"; readonly points: readonly CurvePoint[] };

/** In ten-thousandths: so much of the period has passed, so much is earned. */
export interface CurvePoint {
  readonly passed: number;
  readonly earned: number;
}

/** The whole of a custom curve, on both sides. */
export const WHOLE = 10_000;

/** What a curve is applied to. */
export interface Earned {
  readonly curve: Curve;
  readonly netMinor: number;
  readonly startsAt: Temporal.Instant;
  /** The first instant after it. */
  readonly endsAt: Temporal.Instant;
}

/** A curve as a line from point to point: `time` of the last point is the whole period, `share` all of it. */
interface Point {
  readonly time: bigint;
  readonly share: bigint;
}

/**
 * How much of an amount is earned by an instant, in whole minor units: none before it starts, all from its
 * end on, and never less later. The fraction that is not whole yet is earned with what follows. Pure.
 */
export function earnedBy({ curve, netMinor, startsAt, endsAt }: Earned, at: Temporal.Instant): number {
  const whole = BigInt(endsAt.epochMilliseconds - startsAt.epochMilliseconds);
  const passed = BigInt(at.epochMilliseconds - startsAt.epochMilliseconds);
  if (passed >= whole) {
    return netMinor;
  }
  if (passed < 0n) {
    return 0;
  }
  const points = pointsOf(curve, monthsBetween(startsAt, endsAt));
  const last = points.at(-1) as Point;
  // As many times finer as the period has milliseconds, so that all of it stays whole.
  const time = passed * last.time;
  const next = points.findIndex((point) => point.time * whole > time);
  const [from, to] = [points[next - 1] as Point, points[next] as Point];
  const length = (to.time - from.time) * whole;
  const share = from.share * length + (to.share - from.share) * (time - from.time * whole);
  return Number((BigInt(netMinor) * share) / (last.share * length));
}

/** How many months a period has: the nearest whole number, one at least. */
export function monthsBetween(startsAt: Temporal.Instant, endsAt: Temporal.Instant): number {
  const [start, end] = [startsAt, endsAt].map((at) => at.toZonedDateTimeISO("UTC")) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ];
  const rounded = { largestUnit: "month", smallestUnit: "month", roundingMode: "halfExpand" } as const;
  return Math.max(1, start.until(end, rounded).months);
}

function pointsOf(curve: Curve, months: number): Point[] {
  const steps = Array.from({ length: months }, (_, month) => month);
  switch (curve.kind) {
    case "straight_line":
      return linesOf([1]);
    case "rule_of_78":
      return linesOf(steps.map((month) => months - month));
    case "reverse_rule_of_78":
      return linesOf(steps.map((month) => month + 1));
    case "expected_cost":
      return linesOf(curve.weights);
    case "custom":
      return customPoints(curve.points);
  }
}

/** The line through parts of equal length that earn so many shares each. */
function linesOf(weights: readonly number[]): Point[] {
  let share = 0n;
  const points = weights.map((weight, index) => {
    share += BigInt(weight);
    return { time: BigInt(index + 1), share };
  });
  return [{ time: 0n, share: 0n }, ...points];
}

function customPoints(given: readonly CurvePoint[]): Point[] {
  const points = given.map(({ passed, earned }) => ({ time: BigInt(passed), share: BigInt(earned) }));
  const ends = { first: { time: 0n, share: 0n }, last: { time: BigInt(WHOLE), share: BigInt(WHOLE) } };
  const isBegun = points[0]?.time === 0n;
  const isEnded = points.at(-1)?.time === BigInt(WHOLE);
  return [...(isBegun ? [] : [ends.first]), ...points, ...(isEnded ? [] : [ends.last])];
}
