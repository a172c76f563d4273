import type { Case } from "../deciding/case.ts";
import { no, not, or, yes } from "../truth.ts";
import { type Benefit, leftOf, usedOf } from "./benefits.ts";
import { type Cited, cite, type Requirement } from "./cited.ts";
import type { Context } from "./context.ts";

type Detail = Readonly<Record<string, unknown>>;

/** A use must be left: the requirement a benefit is to a way. */
export function requirementOf(benefit: Benefit, context: Context): Requirement {
  const { clause, rule, facts, hasLeft, isInScope, balance } = benefit;
  const shared = new Map<string, Detail>();
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
    detail: (c) => (balance === undefined ? countDetail(benefit, shared, c) : balanceDetail(benefit, c)),
  };
}

/** More different counts than any plan has are not remembered. */
const mostShared = 500;

/** Counts are few, and made once, so that a reason with them is the same one as before. */
function countDetail(benefit: Benefit, shared: Map<string, Detail>, c: Case): Detail | undefined {
  const left = leftOf(benefit, c);
  const used = usedOf(benefit, c);
  if (used === undefined || left === undefined) {
    return undefined;
  }
  const spent = benefit.partners.find(({ hasLeft }) => hasLeft(c) === no);
  const ends = left === 1 && [benefit, ...benefit.partners].some(({ rule }) => rule["ends-plan"] === true);
  const hasLimit = left !== Number.POSITIVE_INFINITY;
  const granted = hasLimit ? (benefit.grants(c) ?? 0) + benefit.tally.carried : null;
  const key = `${granted} ${used} ${left} ${ends} ${spent?.name}`;
  let detail = shared.get(key);
  if (detail === undefined) {
    detail = Object.freeze({
      granted,
      used,
      left: hasLimit ? left : null,
      ...(spent === undefined ? {} : { spent: spent.name }),
      ...(ends ? { endsPlan: true } : {}),
    });
    if (shared.size < mostShared) {
      shared.set(key, detail);
    }
  }
  return detail;
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
