import fc from "fast-check";
import type { Comparison, Finding, OurRow, TheirLine } from "../../src/money/reconciliation/comparison.ts";
import type { Night } from "../../src/money/reconciliation/findDifferences.ts";

const FIRST = Temporal.Instant.from("2026-06-10T12:00:00Z");
const TODAY = Temporal.PlainDate.from("2026-06-20");
const NAMES = ["", "a", "b", "c", "d"] as const;

const entry = fc.constantFrom("payment", "refund", "dispute", "dispute_won");
const at = fc.nat({ max: 9 * 48 }).map((halfHours) => FIRST.add({ minutes: 30 * halfHours }));
const currency = fc.constantFrom("EUR", "EUR", "EUR", "PLN");
const amountMinor = fc.integer({ min: 1, max: 3 });
const keyOf = (no: number) => `chg_root_${no}_1`;

/** A line of theirs, of few names and amounts: it often names what another names, or nothing. */
export const anyLine: fc.Arbitrary<Omit<TheirLine, "lineId">> = fc.record({
  ...{ entry: fc.oneof(entry, fc.constantFrom("fee", "payout")), at, currency, amountMinor },
  ourKey: fc.option(fc.nat({ max: 8 }).map(keyOf)),
  theirId: fc.constantFrom("x", "y"),
  reference: fc.constantFrom(...NAMES),
  ofReference: fc.option(fc.constantFrom("p", "q")),
  programme: fc.constantFrom(null, null, "care", "scooters"),
  feeMinor: fc.constantFrom(0, 0, 0, 1),
  ...{
    weightGrams: fc.constant(null),
    quantity: fc.constant(null),
    isPosted: fc.boolean(),
    isSent: fc.boolean(),
  },
});

const anyRow: fc.Arbitrary<Omit<OurRow, "key">> = fc.record({
  ...{ entry, at, currency, amountMinor },
  reference: fc.option(fc.constantFrom(...NAMES)),
  state: fc.constantFrom("done", "done", "done", "open", "failed"),
  ...{ programme: fc.constantFrom("care", "none"), region: fc.constant("EU") },
  feeMinor: fc.constantFrom(null, 0, 0),
});

/** Both sides, in any order, and what else a night knows. */
export const anySides = fc
  .record({
    rows: fc.array(anyRow, { maxLength: 8 }),
    lines: fc.array(anyLine, { maxLength: 8 }),
    toldFrom: fc.nat({ max: 5 }),
  })
  .map(({ rows, lines, toldFrom }) => ({
    ours: rows.map((row, no): OurRow => ({ ...row, key: keyOf(no) })),
    theirs: lines.map((line, no): TheirLine => ({ ...line, lineId: `line${no}` })),
    night: nightFrom(TODAY.subtract({ days: 10 - toldFrom })),
  }));

/** The night of the twentieth, whose reports tell of every day from one on. */
export function nightFrom(told: Temporal.PlainDate): Night {
  return {
    day: TODAY,
    tells: (day) => Temporal.PlainDate.compare(told, day) <= 0,
    tariffs: [{ currency: "PLN", basisPoints: 100, fixedMinor: 1 }],
    programmes: new Set(["care"]),
    ownReferences: new Set(["p"]),
    isOurKey: (text) => text.startsWith("chg_"),
  };
}

/** The same twice in another order. */
export function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  return values
    .map((value, place) => ({ value, rank: ((place + 1) * (seed * 7_919 + 104_729)) % 1_000_003 }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ value }) => value);
}

/** Lines and rows that are not in exactly one of the same, different and untold. */
export function misplaced(
  { ours, theirs }: { readonly ours: readonly OurRow[]; readonly theirs: readonly TheirLine[] },
  { same, findings, untold }: Comparison,
): string[] {
  const different = findings.filter(({ cause }) => cause !== "day_boundary");
  const count = (isIn: readonly boolean[]) => isIn.filter(Boolean).length;
  const wrongLines = theirs
    .filter(({ entry: what }) => what !== "payout")
    .filter(
      ({ lineId }) =>
        count([
          ...same.map(({ line }) => line.lineId === lineId),
          ...different.map((finding) => finding.lineId === lineId),
        ]) !== 1,
    );
  const wrongRows = ours.filter(
    ({ key }) =>
      count([
        ...same.map(({ row }) => row.key === key),
        ...different.map((finding) => finding.ourKey === key),
        ...untold.map((row) => row.key === key),
      ]) !== 1,
  );
  return [...wrongLines.map(({ lineId }) => lineId), ...wrongRows.map(({ key }) => key)];
}

/** What was found, in an order of its own. */
export function sorted(findings: readonly Finding[]): string[] {
  return findings.map((finding) => JSON.stringify(finding)).toSorted();
}
