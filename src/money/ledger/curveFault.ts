import { type Curve, earnedBy, WHOLE } from "./curves.ts";

/** What is wrong with a curve, and where; undefined when it can be earned by. Pure. */
export function curveFault(curve: Curve): { readonly pointer: string; readonly says: string } | undefined {
  if (curve.kind === "expected_cost" && curve.weights.every((weight) => weight === 0)) {
    return { pointer: "/curve/weights", says: "At least one part of the period has to cost something." };
  }
  if (curve.kind !== "custom") {
    return undefined;
  }
  const wrong = curve.points.findIndex(({ passed, earned }, index) => {
    const before = curve.points[index - 1];
    const isBehind = before !== undefined && (passed <= before.passed || earned < before.earned);
    return isBehind || (passed === WHOLE && earned !== WHOLE);
  });
  return wrong < 0
    ? undefined
    : {
        pointer: `/curve/points/${wrong}`,
        says: "Points go on in time and never back in what is earned; at the end of the period all of it is.",
      };
}

/** What a curve has earned by the end of each month of a year, in ten-thousandths. Pure. */
export function sharesByMonth(curve: Curve): number[] {
  const [startsAt, endsAt] = ["2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"].map((at) =>
    Temporal.Instant.from(at),
  );
  const start = (startsAt as Temporal.Instant).toZonedDateTimeISO("UTC");
  return Array.from({ length: 12 }, (_, month) =>
    earnedBy(
      { curve, netMinor: WHOLE, startsAt: startsAt as Temporal.Instant, endsAt: endsAt as Temporal.Instant },
      start.add({ months: month + 1 }).toInstant(),
    ),
  );
}
