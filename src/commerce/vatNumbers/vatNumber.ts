/** What the register says of a number: nothing yet, that it is valid, that it is not. */
export type VatState = "unproved" | "valid" | "not_valid";

/** A VAT number a buyer told, and what is known of it. */
export interface VatNumber {
  readonly vatId: string;
  /** The root of its deadlines. */
  readonly numberId: string;
  readonly country: string;
  readonly nameTold: string | null;
  readonly state: VatState;
  readonly provedAt: Temporal.Instant | null;
  /** The register's own number of its answer. */
  readonly proof: string | null;
  /** The name the register has for it, where it tells one. */
  readonly registeredAs: string | null;
  readonly askedAt: Temporal.Instant | null;
  /** Times in a row that the register was not available. */
  readonly missed: number;
}

/** A proof is asked for anew after this. */
export const ASKED_AGAIN_AFTER = { hours: 90 * 24 };

/** So much longer a proof counts, because the register may be away on the day it is asked again. */
const STANDS_FOR = { hours: 120 * 24 };

/** Whether the register has confirmed the number, and not too long ago. Pure. */
export function isProved({ state, provedAt }: VatNumber, at: Temporal.Instant): boolean {
  return state === "valid" && provedAt !== null && Temporal.Instant.compare(provedAt.add(STANDS_FOR), at) > 0;
}

/** A number the register did not have may have been entered since. */
const NOT_VALID_STANDS_FOR = { hours: 24 };

/** Whether the register is to be asked when a buyer tells the number: an answer there is may stand. Pure. */
export function isDueToAsk({ state, askedAt, provedAt }: VatNumber, at: Temporal.Instant): boolean {
  if (state === "unproved" || provedAt === null) {
    // While it is away its own deadline asks; a first question that was lost is asked anew.
    return askedAt === null;
  }
  const stands = state === "valid" ? ASKED_AGAIN_AFTER : NOT_VALID_STANDS_FOR;
  return Temporal.Instant.compare(provedAt.add(stands), at) <= 0;
}

/** How long to wait after the register was away so many times in a row: five minutes, a day at the most. */
export function pauseAfter(missed: number): { readonly minutes: number } {
  return { minutes: Math.min(5 * 2 ** Math.min(missed, 20), 24 * 60) };
}
