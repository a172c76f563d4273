import fc from "fast-check";
import { type CardBrand, cardBrands } from "../../src/money/holds/cardWindows.ts";
import type { ReturnAnswer } from "../../src/money/holds/hold.ts";

/** What a bank does when it is asked: how long nobody knows the answer, and what it was. */
export interface BankAnswer {
  readonly unknownHours: number;
  readonly says: "yes" | "no";
}

/** One advance exchange, from the payment to the end; hours count from the payment. */
export interface HoldLife {
  readonly brand: CardBrand;
  /** The provider granted a longer window than the brand's; undefined where it did not. */
  readonly grantedHours: number | undefined;
  /** Whether the provider says when it forgets, or the table must. */
  readonly saysWindow: boolean;
  readonly paidAfterHours: number;
  /** Undefined: cancelled instead of shipped. */
  readonly shippedAfterHours: number | undefined;
  readonly returnDays: number;
  readonly remindDays: number;
  /** What came back, one parcel after another; hours after the shipment. */
  readonly parcels: readonly {
    readonly afterHours: number;
    readonly answer: Exclude<ReturnAnswer, "awaited">;
  }[];
  /** The terms want a person to look before anything is captured. */
  readonly needsPerson: boolean;
  /** Less than all of it may be captured. */
  readonly share: number;
  /** What the bank says to each request, in order; after the last it says yes at once. */
  readonly bank: readonly BankAnswer[];
  /** The bank says no to every renewal, until the owner gives another card. */
  readonly isBroken: boolean;
  /** How long after being asked the owner gives another card; undefined: never. */
  readonly otherCardHours: number | undefined;
  /** What a person does some hours after being told; undefined: nothing, ever. */
  readonly person: { readonly afterHours: number; readonly does: "release" | "capture" } | undefined;
  /** So much later than planned we look: a process that was away. */
  readonly lateHours: number;
}

/** Hours by the minute. */
const hours = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: max * 60 }).map((minutes) => minutes / 60);

const bankAnswer: fc.Arbitrary<BankAnswer> = fc.record({
  unknownHours: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: hours(24) }),
  says: fc.oneof({ weight: 9, arbitrary: fc.constant("yes" as const) }, fc.constant("no" as const)),
});

const parcel = fc.record({
  afterHours: hours(40 * 24),
  answer: fc.constantFrom(
    "release" as const,
    "release" as const,
    "ask" as const,
    "review" as const,
    "capture" as const,
  ),
});

/** Advance exchanges of every kind: brands, windows, delays, banks, owners and persons. */
export const holdLife: fc.Arbitrary<HoldLife> = fc.record({
  brand: fc.constantFrom(...cardBrands),
  grantedHours: fc.option(fc.constantFrom(30, 48, 29 * 24 + 18, 30 * 24), { nil: undefined, freq: 4 }),
  saysWindow: fc.boolean(),
  paidAfterHours: hours(48),
  shippedAfterHours: fc.option(hours(20 * 24), { nil: undefined, freq: 12 }),
  returnDays: fc.constantFrom(7, 10, 14, 14, 14, 30, 45),
  remindDays: fc.constantFrom(2, 4),
  parcels: fc.array(parcel, { maxLength: 2 }),
  needsPerson: fc.boolean(),
  share: fc.constantFrom(1, 1, 0.5),
  bank: fc.array(bankAnswer, { maxLength: 8 }),
  isBroken: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  otherCardHours: fc.option(hours(72), { nil: undefined }),
  person: fc.option(
    fc.record({ afterHours: hours(10 * 24), does: fc.constantFrom("release" as const, "capture" as const) }),
    { nil: undefined },
  ),
  lateHours: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, hours(6)),
});
