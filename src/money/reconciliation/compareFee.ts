import type { OurRow, TheirLine } from "./comparison.ts";
import type { FeeTariff } from "./findDifferences.ts";

/** How a fee is not what it should be. */
export interface FeeDifference {
  readonly cause: "fee_unexpected" | "fee_differs";
  readonly differsBy: number;
  /** Null: none was agreed. */
  readonly expectedMinor: number | null;
  readonly detail: string;
}

/**
 * What a provider may keep of a line: of a payment by its tariff, of a dispute what we booked, else nothing.
 */
export function expectedFee(line: TheirLine, row: OurRow, tariffs: readonly FeeTariff[]): number | undefined {
  if (line.entry === "dispute" || line.entry === "dispute_won") {
    return row.feeMinor ?? line.feeMinor;
  }
  const tariff = tariffs.find(({ currency }) => currency === line.currency);
  if (line.entry !== "payment" || tariff === undefined) {
    return undefined;
  }
  // Half away from nothing, as providers round.
  return Math.floor((line.amountMinor * tariff.basisPoints + 5_000) / 10_000) + tariff.fixedMinor;
}

/** Whether the fee of a line is the one that was agreed; undefined when it is. Pure. */
export function compareFee(
  line: TheirLine,
  row: OurRow,
  tariffs: readonly FeeTariff[],
): FeeDifference | undefined {
  const expected = expectedFee(line, row, tariffs);
  const differsBy = line.feeMinor - (expected ?? 0);
  if (differsBy === 0) {
    return undefined;
  }
  return {
    cause: expected === undefined ? "fee_unexpected" : "fee_differs",
    differsBy,
    expectedMinor: expected ?? null,
    detail: `${line.feeMinor} kept, ${expected ?? "none"} agreed`,
  };
}
