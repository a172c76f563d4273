import type { Case } from "../deciding/case.ts";
import { type Clause, rulesOf } from "../document.ts";
import type { Use } from "../receipt.ts";
import type { BenefitRule } from "../rules.ts";
import { isReference } from "../rules.ts";
import { no, truthOf, unknown, yes } from "../truth.ts";
import { type Balance, compileBalance } from "./balances.ts";
import { allOf, compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { partnersOf, withParts } from "./partners.ts";
import { compileCount, type Looked } from "./references.ts";
import { compileTally, type Tally } from "./tallies.ts";

/** A counted or money benefit: how much is granted, how much is used, whether any is left. */
export interface Benefit {
  readonly name: string;
  readonly clause: Clause;
  readonly rule: BenefitRule;
  /** Infinity without a limit. */
  readonly grants: Looked<number>;
  readonly tally: Tally;
  readonly balance: Balance | undefined;
  /** Undefined when it is for every case. */
  readonly isInScope: Test | undefined;
  /** Of this benefit, and of those it is joined to by either-or. */
  readonly hasLeft: Test;
  readonly partners: readonly Benefit[];
  /** What its test looks at. */
  readonly facts: readonly string[];
}

/** Every clause that grants a benefit of this name; `deducts` is the fact a use takes from a balance. */
export function compileBenefits(name: string, deducts: string | undefined, context: Context): Benefit[] {
  return rulesOf(context.document, "benefit")
    .filter(({ rule }) => rule.benefit === name)
    .map(({ clause, rule }) => compileBenefit(clause, rule, deducts, context));
}

export function compileBenefit(
  clause: Clause,
  rule: BenefitRule,
  deducts: string | undefined,
  context: Context,
): Benefit {
  const own = compileOwn(clause, rule, deducts, context);
  const partners = partnersOf(rule.benefit, context.document).flatMap((name) =>
    rulesOf(context.document, "benefit")
      .filter((each) => each.rule.benefit === name)
      .map((each) => compileOwn(each.clause, each.rule, undefined, context)),
  );
  return partners.length === 0
    ? own
    : {
        ...own,
        partners,
        hasLeft: allOf([own.hasLeft, ...partners.map(({ hasLeft }) => hasLeft)]),
        facts: [...new Set([own, ...partners].flatMap(({ facts }) => facts))],
      };
}

function compileOwn(
  clause: Clause,
  rule: BenefitRule,
  deducts: string | undefined,
  context: Context,
): Benefit {
  const { grants: granted, benefit, when } = rule;
  const grants: Looked<number> = isReference(granted)
    ? compileCount(granted, context, rule.presume)
    : () => (typeof granted === "number" ? granted : Number.POSITIVE_INFINITY);
  const tally = compileTally(rule, withParts(benefit, context.document), context);
  const balance =
    rule.balance === undefined ? undefined : compileBalance(rule.balance, deducts, rule, context);
  const counted = [...(isReference(granted) ? [granted.of] : []), ...tally.facts];
  return {
    name: benefit,
    clause,
    rule,
    grants,
    tally,
    balance,
    isInScope: when === null ? undefined : compileCondition(when, rule.presume, context),
    hasLeft: balance?.hasLeft ?? ((c) => isLeft(grants, tally, c)),
    partners: [],
    facts: balance?.facts ?? (granted === "unlimited" ? [] : counted),
  };
}

function isLeft(grants: Looked<number>, tally: Tally, c: Case): ReturnType<Test> {
  const limit = grants(c);
  if (limit === Number.POSITIVE_INFINITY) {
    return yes;
  }
  const presence = tally.read(c, limit ?? 0);
  if (limit === null || presence === "absent") {
    return no;
  }
  if (limit === undefined || presence === "unknown") {
    return unknown;
  }
  if (tally.hi < limit) {
    return yes;
  }
  return truthOf(tally.lo < limit) === no ? no : unknown;
}

/** The uses so far; undefined while that cannot be said exactly. Of a year with uses carried into it, all. */
export function usedOf({ tally, grants }: Benefit, c: Case): number | undefined {
  const isKnown = tally.read(c, grants(c) ?? 0) === "known";
  return isKnown && tally.lo === tally.hi ? tally.lo + tally.carried : undefined;
}

/** What is left before the next use: Infinity without a limit, undefined while that cannot be said. */
export function leftOf(benefit: Benefit, c: Case): number | undefined {
  const granted = benefit.grants(c);
  if (granted === Number.POSITIVE_INFINITY) {
    return granted;
  }
  const used = usedOf(benefit, c);
  return typeof granted === "number" && used !== undefined
    ? Math.max(0, granted + benefit.tally.carried - used)
    : undefined;
}

export const isMeant = ({ isInScope }: Benefit, c: Case): boolean =>
  isInScope === undefined || isInScope(c) !== no;

/**
 * The use a way takes, open cases counted before it. Of a part and its whole, the one of which less is left
 * says how much that is. `limits` are all a use needs.
 */
export function nextUse(uses: readonly Benefit[], limits: readonly Benefit[], c: Case): Use | null {
  const benefit = uses.find((each) => isMeant(each, c));
  if (benefit === undefined) {
    return null;
  }
  const used = usedOf(benefit, c);
  if (benefit.balance !== undefined) {
    return useOfBalance(benefit.name, benefit.balance, used, c);
  }
  let left = leftOf(benefit, c) ?? Number.NaN;
  for (const each of limits) {
    if (each.balance === undefined && isMeant(each, c)) {
      left = Math.min(left, leftOf(each, c) ?? Number.NaN);
    }
  }
  if (left === Number.POSITIVE_INFINITY) {
    return { benefit: benefit.name, nth: used === undefined ? null : used + 1, left: null };
  }
  return used === undefined || Number.isNaN(left)
    ? null
    : { benefit: benefit.name, nth: used + 1, left: Math.max(0, left - 1) };
}

function useOfBalance(name: string, balance: Balance, used: number | undefined, c: Case): Use | null {
  const left = balance.left(c);
  if (left === undefined || balance.isMixed(c)) {
    return null;
  }
  const taken = balance.taken(c)?.amount ?? 0;
  const { amount, currency } = left;
  return {
    benefit: name,
    nth: used === undefined ? null : used + 1,
    left: Math.max(0, amount - taken),
    amount: taken,
    currency,
  };
}
