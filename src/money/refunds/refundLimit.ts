import assert from "node:assert/strict";
import type { Money } from "../../platform/index.ts";
import { isCurrency, minorUnits } from "../../terms/index.ts";

/** Up to how much, by currency, one person may have money paid back: minor units. */
export type RefundLimits = ReadonlyMap<string, number>;

/** Reads `100.00 EUR, 450.00 PLN, 15000 JPY`. The setting's own form was checked at the start. */
export function readRefundLimits(text: string): RefundLimits {
  return new Map(
    text.split(",").map((part) => {
      const [figures = "", currency = ""] = part.trim().split(" ");
      const minor = minorUnits(figures, currency);
      assert(
        isCurrency(currency) && typeof minor === "number",
        `EVERMEND_REFUND_LIMIT names ${part.trim()}, which is no amount of a currency`,
      );
      return [currency, minor];
    }),
  );
}

/**
 * Whether another person than its requester has to agree: above the limit, and in a currency that has none.
 */
export function needsSecondPerson({ amount, currency }: Money, limits: RefundLimits): boolean {
  const limit = limits.get(currency);
  return limit === undefined || amount > limit;
}
