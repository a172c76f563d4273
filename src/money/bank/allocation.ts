import type { Charge } from "../charge.ts";
import type { Receivable } from "../transfers/index.ts";

/** Where a credit goes, once it is known which charge it is for. */
export type Allocation =
  | { readonly way: "part" | "whole" | "invoice"; readonly takenMinor: number }
  /** All of it is the payer's: there was nothing to pay any more. */
  | { readonly way: "balance"; readonly takenMinor: 0 };

/** What is known of the charge. */
export interface AllocateFacts {
  readonly charge: Pick<Charge, "state" | "amountMinor" | "attempt">;
  /** What earlier credits brought for it. */
  readonly paidMinor: number;
  readonly receivable: Pick<Receivable, "amountMinor" | "paidMinor"> | undefined;
}

/**
 * How much of a credit a charge takes. Undefined: another way of paying is on its way, and nobody may guess
 * how that ends. Pure.
 */
export function decideAllocate(amountMinor: number, facts: AllocateFacts): Allocation | undefined {
  const { charge, paidMinor, receivable } = facts;
  if (receivable !== undefined && receivable.paidMinor < receivable.amountMinor) {
    return {
      way: "invoice",
      takenMinor: Math.min(amountMinor, receivable.amountMinor - receivable.paidMinor),
    };
  }
  if (charge.state !== "open") {
    return { way: "balance", takenMinor: 0 };
  }
  const { attempt } = charge;
  const isElsewhere = attempt !== null && attempt.method !== "bank_transfer";
  if (isElsewhere && (attempt.state === "pending" || attempt.state === "unknown")) {
    return undefined;
  }
  const missing = charge.amountMinor - paidMinor;
  return amountMinor < missing
    ? { way: "part", takenMinor: amountMinor }
    : { way: "whole", takenMinor: missing };
}
