import type { ChargeLine } from "../../src/money/ledger/index.ts";

/** The lines of a fee without tax. */
export function feeLines(netMinor: number): ChargeLine[] {
  const place = { programme: "care", region: "EU", plan: null, quantity: 1 };
  return [{ ...place, kind: "fee", netMinor, taxMinor: 0, taxKind: "none" }];
}

/** The lines of so many plans, with tax. */
export function planLines(quantity: number, netMinor: number, taxMinor: number): ChargeLine[] {
  const place = { programme: "care", region: "EU", plan: "care-1y", quantity };
  return [{ ...place, kind: "plan", netMinor, taxMinor, taxKind: taxMinor === 0 ? "none" : "vat" }];
}
