import { type Case, isAbsent, isUnknown } from "../deciding/case.ts";
import { isShare, isWrittenMoney, type Share, shareOf, type WrittenMoney } from "../shares.ts";
import { type Comparison, type FactTest, isReferenceLimit } from "../tests.ts";
import { no, type Truth, unknown, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { compileNumber, compileUses } from "./counts.ts";
import { compileCount } from "./references.ts";

type Compare = Extract<FactTest, { test: "compare" }>;

/** `at least 1`, `fewer than replacements of plan.product`: of a number, or of uses that count. */
export function compileComparison(
  fact: string,
  { how, to }: Compare,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  const read = context.reader(fact, presume);
  const compare = comparisons[how];
  if (typeof to === "number") {
    const count = compileCounted(fact, read);
    return (c) => truthOf(count(c), to, compare);
  }
  if (isReferenceLimit(to)) {
    const count = compileCounted(fact, read);
    const limit = compileCount(to, context, presume);
    return (c) => truthOf(count(c), limit(c), compare);
  }
  const limit = compileAmount(to, presume, context);
  return (c) => amountsCompare(read(c), limit(c), compare);
}

/** A number, the uses that count, or the weight of all signals. */
function compileCounted(fact: string, read: ReadFact): (c: Case) => number | undefined | null {
  switch (factNamed(fact).type) {
    case "uses":
      return compileUses(read);
    case "signals":
      return (c) => weightOf(read(c));
    default:
      return compileNumber(read);
  }
}

/** Undefined while unknown; no signals weigh nothing. */
function weightOf(signals: unknown): number | undefined {
  if (isUnknown(signals)) {
    return undefined;
  }
  const list = (Array.isArray(signals) ? signals : []) as readonly { readonly weight: number }[];
  return list.reduce((sum, { weight }) => sum + weight, 0);
}

/** An amount as it is written, or a share of one the case knows. */
function compileAmount(
  to: WrittenMoney | Share,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): ReadFact {
  if (!isShare(to)) {
    return () => to;
  }
  const read = context.reader(to.of, presume);
  return (c) => {
    const whole = read(c);
    return isWrittenMoney(whole) ? { ...whole, amount: shareOf(whole.amount, to) } : whole;
  };
}

/** Amounts of different currencies are never compared: nothing here converts. */
function amountsCompare(value: unknown, limit: unknown, compare: (a: number, b: number) => boolean): Truth {
  if (isAbsent(value) || isAbsent(limit)) {
    return no;
  }
  if (!isWrittenMoney(value) || !isWrittenMoney(limit)) {
    return unknown;
  }
  return value.currency === limit.currency && compare(value.amount, limit.amount) ? yes : no;
}

const comparisons: Record<Comparison, (a: number, b: number) => boolean> = {
  "at least": (a, b) => a >= b,
  "at most": (a, b) => a <= b,
  "fewer than": (a, b) => a < b,
  "more than": (a, b) => a > b,
};

function truthOf(
  value: number | undefined | null,
  limit: number | undefined | null,
  compare: (a: number, b: number) => boolean,
): Truth {
  if (value === null || limit === null) {
    return no;
  }
  if (value === undefined || limit === undefined) {
    return unknown;
  }
  return compare(value, limit) ? yes : no;
}
