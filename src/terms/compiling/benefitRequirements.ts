import type { Case } from "../deciding/case.ts";
import { no, not, or, yes } from "../truth.ts";
import { type Benefit, leftOf, usedOf } from "./benefits.ts";
import { type Cited, cite, type Requirement } from "./cited.ts";
import type { Context } from "./context.ts";

type Detail = Readonly<Record<string, unknown>>;

/** A use must be left: the requirement a benefit is to a way. */
export function requirementOf(benefit: Benefit, context: Context): Requirement {
  const { clause, rule, facts, hasLeft, isInScope, balance } = benefit;
  const cited: Cited = cite(clause, rule, facts.length === 0 ? [] : [{ facts, test: hasLeft }], context);
  const holds: Requirement["holds"] =
    isInScope === undefined
      ? hasLeft
      : (c) => {
          const truth = hasLeft(c);
          return truth === yes ? yes : or(not(isInScope(c)), truth);
        };
  return {
    ...cited,
    isInScope,
    holds,
    clears: (c) => holds(c) === yes,
    isCurable: false,
    detail: (c) => (balance === undefined ? countDetail(benefit, c) : balanceDetail(benefit, c)),
  };
}

function countDetail(benefit: Benefit, c: Case): Detail | undefined {
  const left = leftOf(benefit, c);
  const used = usedOf(benefit, c);
  if (used === undefined || left === undefined) {
    return undefined;
  }
  const spent = benefit.partners.find(({ hasLeft }) => hasLeft(c) === no);
  const ends = left === 1 && [benefit, ...benefit.partners].some(({ rule }) => rule["ends-plan"] === true);
  const hasLimit = left !== Number.POSITIVE_INFINITY;
  return {
    granted: hasLimit ? (benefit.grants(c) ?? 0) + benefit.tally.carried : null,
    used,
    left: hasLimit ? left : null,
    ...(spent === undefined ? {} : { spent: spent.name }),
    ...(ends ? { endsPlan: true } : {}),
  };
}

function balanceDetail({ balance, rule }: Benefit, c: Case): Detail | undefined {
  const left = balance?.left(c);
  const taken = balance?.taken(c);
  if (left === undefined) {
    return undefined;
  }
  const ends = rule["ends-plan"] === true && taken?.amount === left.amount;
  return {
    left: left.amount,
    currency: left.currency,
    ...(taken === undefined ? {} : { taken: taken.amount }),
    ...(taken !== undefined && taken.currency !== left.currency ? { takenIn: taken.currency } : {}),
    ...(ends ? { endsPlan: true } : {}),
  };
}
