import { type Case, isAbsent } from "../deciding/case.ts";
import type { BenefitRule } from "../rules.ts";
import { isWrittenMoney, type WrittenMoney } from "../shares.ts";
import { no, truthOf, unknown, yes } from "../truth.ts";
import type { Context, ReadFact, Test } from "./context.ts";

/** A benefit that is an amount: what is left of it, and what a use takes. */
export interface Balance {
  readonly facts: readonly string[];
  readonly hasLeft: Test;
  /** Amounts of two currencies: nothing here converts, so a person looks. */
  readonly isMixed: (c: Case) => boolean;
  readonly left: (c: Case) => WrittenMoney | undefined;
  /** What this use takes; undefined where the way takes no amount, or nobody knows it yet. */
  readonly taken: (c: Case) => WrittenMoney | undefined;
}

export function compileBalance(
  fact: string,
  deducts: string | undefined,
  { presume }: BenefitRule,
  context: Context,
): Balance {
  const readLeft = context.reader(fact, presume);
  const readTaken = deducts === undefined ? undefined : context.reader(deducts, presume);
  return {
    facts: deducts === undefined ? [fact] : [fact, deducts],
    hasLeft: (c) => isEnough(readLeft(c), readTaken, c),
    isMixed: (c) => {
      const left = amountIn(readLeft(c));
      const taken = readTaken && amountIn(readTaken(c));
      return left !== undefined && taken !== undefined && left.currency !== taken.currency;
    },
    left: (c) => amountIn(readLeft(c)),
    taken: (c) => readTaken && amountIn(readTaken(c)),
  };
}

const amountIn = (value: unknown): WrittenMoney | undefined => (isWrittenMoney(value) ? value : undefined);

/** Two currencies are enough for now: the terms are incomplete for them, and not the balance. */
function isEnough(left: unknown, readTaken: ReadFact | undefined, c: Case): ReturnType<Test> {
  if (isAbsent(left)) {
    return no;
  }
  if (!isWrittenMoney(left)) {
    return unknown;
  }
  if (readTaken === undefined) {
    return truthOf(left.amount > 0);
  }
  const taken = readTaken(c);
  if (isAbsent(taken)) {
    return yes;
  }
  if (!isWrittenMoney(taken)) {
    return left.amount < 0 ? no : unknown;
  }
  return truthOf(left.currency !== taken.currency || left.amount >= taken.amount);
}
