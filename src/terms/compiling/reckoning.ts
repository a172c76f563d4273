import { type Case, isAbsent, isUnknown } from "../deciding/case.ts";
import type { MomentReader } from "../deciding/moments.ts";
import { printMoney } from "../money.ts";
import type { Refund } from "../receipt.ts";
import type { RefundRule } from "../rules.ts";
import { isShare, type Share, type WrittenMoney } from "../shares.ts";
import type { Context, ReadFact } from "./context.ts";
import { type Fraction, greater, less, nothing, partOf, rounded, smaller, whole } from "./fractions.ts";

/** What one clause would pay back, without what is added for lateness. */
export interface Reckoned {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly steps: Refund["steps"];
}

/**
 * What a clause pays back for a case: undefined while a fact it takes is unknown, null when it cannot be
 * reckoned, for a price that there is not or amounts in two currencies.
 */
export type Reckon = (c: Case) => Reckoned | undefined | null;

interface Reads {
  readonly price: ReadFact;
  readonly claims: ReadFact;
  readonly start: MomentReader;
  readonly end: MomentReader;
  readonly notice: MomentReader;
  readonly money: ReadonlyMap<string, ReadFact>;
}

export function compileReckoning(rule: RefundRule, notice: MomentReader, context: Context): Reckon {
  const { presume } = rule;
  const names = (rule.fee?.of ?? []).flatMap((part) =>
    isShare(part) && part.of !== "pro-rata" ? part.of : [],
  );
  const reads: Reads = {
    price: context.reader("plan.price", presume),
    claims: context.reader("plan.claimsPaid", presume),
    start: context.moment("plan.startsAt", presume),
    end: context.moment("plan.endsAt", presume),
    notice,
    money: new Map(names.map((name) => [name, context.reader(name, presume)])),
  };
  return (c) => {
    const price = moneyIn(reads.price(c));
    if (price === undefined || price === null) {
      return price;
    }
    return new Reckoning(rule, reads, price, c).result();
  };
}

/** An amount; undefined while unknown, null when there is none. */
function moneyIn(value: unknown): WrittenMoney | undefined | null {
  if (isUnknown(value)) {
    return undefined;
  }
  return typeof value === "object" ? (value as WrittenMoney) : null;
}

/** One clause reckoned for one case, step by step. */
class Reckoning {
  readonly #rule: RefundRule;
  readonly #reads: Reads;
  readonly #price: WrittenMoney;
  readonly #c: Case;
  readonly #steps: { readonly says: string; readonly amount: number }[] = [];
  #value: Fraction = nothing;
  /** What came to light on the way: a fact is missing, or two currencies meet. */
  #fault: undefined | null | "none" = "none";

  constructor(rule: RefundRule, reads: Reads, price: WrittenMoney, c: Case) {
    this.#rule = rule;
    this.#reads = reads;
    this.#price = price;
    this.#c = c;
  }

  result(): Reckoned | undefined | null {
    this.#note("the price of the plan", whole(this.#price.amount));
    this.#takeShare();
    this.#takeFee();
    this.#takeClaims();
    if (this.#fault !== "none") {
      return this.#fault;
    }
    return { amount: rounded(this.#value), currency: this.#price.currency, steps: this.#steps };
  }

  #note(says: string, value: Fraction): void {
    this.#value = value;
    this.#steps.push({ says, amount: rounded(value) });
  }

  #takeShare(): void {
    if (this.#rule.formula === "none") {
      this.#note("nothing is paid back", nothing);
    } else if (this.#rule.formula === "pro-rata") {
      const days = daysOf(this.#reads, this.#c);
      if (days === undefined) {
        this.#fault = undefined;
        return;
      }
      const { left, all } = days;
      this.#note(`${left} of ${all} days are left`, partOf(this.#value, left, all));
    }
  }

  /** The fee never takes more than the floor leaves. */
  #takeFee(): void {
    const { fee, floor } = this.#rule;
    const due = fee === undefined ? nothing : this.#feeOf(fee);
    if (due === undefined || due === null) {
      this.#fault = this.#fault === "none" ? due : this.#fault;
      return;
    }
    const kept = floor === undefined ? nothing : partOf(this.#value, floor.tenThousandths, 10_000);
    const most = less(this.#value, kept);
    const taken = greater(nothing, smaller(due, most));
    if (rounded(taken) !== 0) {
      this.#note(`less a fee of ${this.#shown(taken)}`, less(this.#value, taken));
    }
  }

  #feeOf({ pick, of }: NonNullable<RefundRule["fee"]>): Fraction | undefined | null {
    let found: Fraction | undefined;
    for (const part of of) {
      const amount = isShare(part) ? this.#shareOf(part) : this.#own(part);
      if (amount === undefined || amount === null) {
        return amount;
      }
      const choose = pick === "least" ? smaller : greater;
      found = found === undefined ? amount : choose(found, amount);
    }
    return found ?? nothing;
  }

  #shareOf({ of, tenThousandths }: Share): Fraction | undefined | null {
    if (of === "pro-rata") {
      return partOf(this.#value, tenThousandths, 10_000);
    }
    const money = moneyIn(this.#reads.money.get(of)?.(this.#c));
    const amount = money === undefined || money === null ? money : this.#own(money);
    return amount === undefined || amount === null ? amount : partOf(amount, tenThousandths, 10_000);
  }

  /** Null for an amount in another currency than the price: nothing is converted here. */
  #own({ amount, currency }: WrittenMoney): Fraction | null {
    return currency === this.#price.currency ? whole(amount) : null;
  }

  #takeClaims(): void {
    const paid = this.#rule["less-claims"] ? this.#reads.claims(this.#c) : "none";
    if (isAbsent(paid)) {
      return;
    }
    const money = moneyIn(paid);
    const amount = money === undefined || money === null ? money : this.#own(money);
    if (amount === undefined || amount === null) {
      this.#fault = this.#fault === "none" ? amount : this.#fault;
    } else if (rounded(amount) !== 0) {
      this.#note(`less ${this.#shown(amount)} for claims`, greater(nothing, less(this.#value, amount)));
    }
  }

  #shown(value: Fraction): string {
    return printMoney(rounded(value), this.#price.currency);
  }
}

/**
 * The civil days of the plan, and those that are left on the day of the notice, that day included. Undefined
 * while they are not known, or differ between the zones the plan may be in.
 */
function daysOf(reads: Reads, c: Case): { left: number; all: number } | undefined {
  const { start, end, notice } = reads;
  if ([start.read(c), end.read(c), notice.read(c)].some((presence) => presence !== "known")) {
    return undefined;
  }
  let found: { left: number; all: number } | undefined;
  for (const zone of c.zones) {
    for (const edge of ["lo", "hi"] as const) {
      const first = zone.dayOf(start[edge]);
      const last = zone.dayOf(end[edge] - 1);
      const all = last + 1 - first;
      const left = Math.min(all, Math.max(0, last + 1 - zone.dayOf(notice[edge])));
      if (found !== undefined && (found.left !== left || found.all !== all)) {
        return undefined;
      }
      found = { left, all };
    }
  }
  return found;
}

/** The facts the amount of a refund follows from, and what is added to it. */
export function amountFactsOf(rule: RefundRule): readonly string[] {
  const days = rule.formula === "pro-rata" ? ["plan.startsAt", "plan.endsAt", "at"] : [];
  const lateness = rule["late-penalty"] === undefined ? [] : ["at"];
  const claims = rule["less-claims"] ? ["plan.claimsPaid"] : [];
  const shares = (rule.fee?.of ?? []).flatMap((part) =>
    isShare(part) && part.of !== "pro-rata" ? part.of : [],
  );
  return [...new Set(["plan.price", ...days, ...lateness, ...claims, ...shares])];
}
