import type { Answer } from "./answers.ts";

/** What the changed cases cost before and after, in minor units of one currency. */
export interface MoneyMoved {
  readonly currency: string;
  readonly feesBefore: number;
  readonly feesAfter: number;
  readonly refundsBefore: number;
  readonly refundsAfter: number;
  /** What customers pay more now, refunds counted: below 0 when they pay less. */
  readonly moved: number;
}

type Sums = Omit<MoneyMoved, "currency" | "moved">;

/** Adds up the money of changed cases. Whole numbers all the way, so the sums tie to the rows. */
export class Ledger {
  readonly #sums = new Map<string, { -readonly [name in keyof Sums]: number }>();

  post(before: Answer, after: Answer): void {
    this.#add("feesBefore", before.fee);
    this.#add("feesAfter", after.fee);
    this.#add("refundsBefore", before.refund);
    this.#add("refundsAfter", after.refund);
  }

  #add(name: keyof Sums, amount: Answer["fee"]): void {
    if (amount === null || amount.currency === null) {
      return;
    }
    const sums = this.#sums.get(amount.currency) ?? {
      feesBefore: 0,
      feesAfter: 0,
      refundsBefore: 0,
      refundsAfter: 0,
    };
    sums[name] += amount.amount;
    this.#sums.set(amount.currency, sums);
  }

  perCurrency(): readonly MoneyMoved[] {
    return [...this.#sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, sums]) => ({
        currency,
        ...sums,
        moved: sums.feesAfter - sums.feesBefore - (sums.refundsAfter - sums.refundsBefore),
      }));
  }
}
