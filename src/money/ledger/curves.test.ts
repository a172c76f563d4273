import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Curve, type Earned, earnedBy, monthsBetween, WHOLE } from "./curves.ts";

const epoch = Temporal.Instant.from("2024-01-01T00:00:00Z");
const plus = (milliseconds: number) => epoch.add({ milliseconds });
/** A year that has twelve months of one length. */
const MONTH_MS = 30 * 86_400_000;

const weights = fc
  .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 40 })
  .filter((all) => all.some((weight) => weight > 0));
const points = fc.uniqueArray(fc.integer({ min: 0, max: WHOLE - 1 }), { maxLength: 12 }).chain((passed) =>
  fc
    .array(fc.integer({ min: 0, max: WHOLE }), { minLength: passed.length, maxLength: passed.length })
    .map((earned) => {
      const [times, shares] = [passed, earned].map((all) => all.toSorted((one, other) => one - other));
      return (times ?? []).map((time, index) => ({ passed: time, earned: shares?.[index] ?? 0 }));
    }),
);
const curve: fc.Arbitrary<Curve> = fc.oneof(
  fc.constantFrom<Curve>({ kind: "straight_line" }, { kind: "rule_of_78" }, { kind: "reverse_rule_of_78" }),
  weights.map((all): Curve => ({ kind: "expected_cost", weights: all })),
  points.map((all): Curve => ({ kind: "custom", points: all })),
);
const sold: fc.Arbitrary<Earned> = fc
  .record({
    curve,
    netMinor: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.maxSafeInteger().map(Math.abs)),
    startsAt: fc.integer({ min: 0, max: 50 * MONTH_MS }).map(plus),
    length: fc.integer({ min: 1, max: 40 * MONTH_MS }),
  })
  .map(({ length, ...one }) => ({ ...one, endsAt: one.startsAt.add({ milliseconds: length }) }));
const instants = fc.array(fc.integer({ min: -MONTH_MS, max: 100 * MONTH_MS }).map(plus), { minLength: 1 });

test("nothing is earned before the period, all of it from its end on, and never less later", () => {
  fc.assert(
    fc.property(sold, instants, (one, all) => {
      equal(earnedBy(one, one.startsAt.subtract({ milliseconds: 1 })), 0);
      equal(earnedBy(one, one.endsAt), one.netMinor);
      let last = 0;
      for (const at of [...all, one.startsAt, one.endsAt].toSorted(Temporal.Instant.compare)) {
        const earned = earnedBy(one, at);
        equal(Number.isSafeInteger(earned) && earned >= last && earned <= one.netMinor, true, `${earned}`);
        last = earned;
      }
    }),
    { numRuns: 500 },
  );
});

test("in whatever steps it is released, it comes to the same, without a cent lost or doubled", () => {
  fc.assert(
    fc.property(sold, instants, (one, all) => {
      const steps = [...all, one.endsAt].toSorted(Temporal.Instant.compare);
      const released = steps.map(
        (at, index) =>
          earnedBy(one, at) - (index === 0 ? 0 : earnedBy(one, steps[index - 1] as Temporal.Instant)),
      );
      equal(
        released.reduce((sum, step) => sum + step, 0),
        one.netMinor,
      );
    }),
  );
});

/** What the closed form of each curve says after k of n months, as a fraction. */
const CLOSED: readonly [Curve["kind"], (k: bigint, n: bigint) => readonly [bigint, bigint]][] = [
  ["straight_line", (k, n) => [k, n]],
  ["rule_of_78", (k, n) => [k * (2n * n - k + 1n), n * (n + 1n)]],
  ["reverse_rule_of_78", (k, n) => [k * (k + 1n), n * (n + 1n)]],
];

/** Of n months of the calendar's, cut by the curve into n equal parts. */
function months(kind: Curve["kind"], netMinor: number, n: number): Earned {
  const endsAt = epoch.toZonedDateTimeISO("UTC").add({ months: n }).toInstant();
  return { curve: { kind } as Curve, netMinor, startsAt: epoch, endsAt };
}

for (const [kind, closed] of CLOSED) {
  test(`${kind} has earned what its closed form says at the end of each part`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 10_000_000 }), (n, netMinor) => {
        const one = months(kind, netMinor, n);
        const length = one.endsAt.epochMilliseconds - epoch.epochMilliseconds;
        for (let k = 0; k <= n; k += 1) {
          // A part may end within a millisecond: the first whole one after it has earned it.
          const at = plus(Math.ceil((length * k) / n));
          const [share, whole] = closed(BigInt(k), BigInt(n));
          const expected = Number((BigInt(netMinor) * share) / whole);
          const earned = earnedBy(one, at);
          equal(
            earned - expected === 0 || (earned - expected === 1 && (length * k) % n !== 0),
            true,
            `${k}/${n}`,
          );
        }
      }),
    );
  });
}

test("the rule of 78 of a year: 12/78 in its first month, 1/78 in its last; reversed the other way", () => {
  const year = (kind: Curve["kind"]) => ({
    ...{
      curve: { kind } as Curve,
      netMinor: 7_800,
      startsAt: epoch,
      endsAt: plus(12 * MONTH_MS + 5 * 86_400_000),
    },
  });
  const parts = (one: Earned) => {
    const length = one.endsAt.epochMilliseconds - epoch.epochMilliseconds;
    const at = Array.from({ length: 13 }, (_, k) => earnedBy(one, plus((length * k) / 12)));
    return at.slice(1).map((earned, index) => earned - (at[index] as number));
  };
  const falling = [1200, 1100, 1000, 900, 800, 700, 600, 500, 400, 300, 200, 100];
  deepEqual(parts(year("rule_of_78")), falling);
  deepEqual(parts(year("reverse_rule_of_78")), falling.toReversed());
});

test("expected cost and points of one's own run straight between where they are known", () => {
  const period = { netMinor: 10_000, startsAt: epoch, endsAt: plus(4 * MONTH_MS) };
  const half = (n: number) => plus((n * MONTH_MS) / 2);
  const cost: Earned = { ...period, curve: { kind: "expected_cost", weights: [0, 1, 3, 0] } };
  deepEqual(
    [0, 2, 3, 4, 5, 6, 8].map((n) => earnedBy(cost, half(n))),
    [0, 0, 1250, 2500, 6250, 10_000, 10_000],
  );
  const front: Earned = {
    ...period,
    curve: {
      kind: "custom",
      points: [
        { passed: 0, earned: 2_000 },
        { passed: 5_000, earned: 6_000 },
      ],
    },
  };
  deepEqual(
    [0, 2, 4, 6, 8].map((n) => earnedBy(front, half(n))),
    [2_000, 4_000, 6_000, 8_000, 10_000],
  );
});

test("a period has the nearest number of months, one at least", () => {
  const day = (text: string) => Temporal.Instant.from(`${text}T00:00:00Z`);
  equal(monthsBetween(day("2026-01-15"), day("2027-01-15")), 12);
  equal(monthsBetween(day("2026-01-15"), day("2028-01-20")), 24);
  equal(monthsBetween(day("2026-01-15"), day("2026-01-16")), 1);
});
