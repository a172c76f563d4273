import { type Clause, ladder, type Route, rulesOf } from "../document.ts";
import type { ReturnRule, RouteRule } from "../rules.ts";
import { isReference } from "../rules.ts";
import { and, unknown, yes } from "../truth.ts";
import { type Benefit, compileBenefit } from "./benefits.ts";
import { type Cited, cite, type Exclusion, type Piece, pieceOf, type Requirement } from "./cited.ts";
import { allOf, compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { compileExclusions } from "./exclusions.ts";
import { compileFees, type FeeTable } from "./fees.ts";
import { allHold, compileRequirements } from "./requirements.ts";
import { compileReturnedParts, type ReturnedParts } from "./returnedParts.ts";

/** One way a case can go, with everything that stands for and against it. */
export interface Way extends Cited {
  readonly route: Route;
  readonly when: Test;
  readonly hard: readonly Requirement[];
  readonly curable: readonly Requirement[];
  readonly exclusions: readonly Exclusion[];
  /** `when`, every requirement that cannot be cured, and no exclusion. */
  readonly isOpen: Test;
  readonly isComplete: Test;
  /**
   * Fails while something that can be cured is open on which the fee depends: with the right currency there
   * may be a fee.
   */
  readonly mayBringFee: Test;
  readonly fee: readonly FeeTable[] | "nothing" | "quote";
  readonly uses: Benefit | undefined;
  readonly returns: readonly Return[];
  readonly rebinds: boolean;
}

export interface Return extends Cited {
  readonly applies: Test;
  readonly parts: ReturnedParts["parts"];
  readonly rule: ReturnRule;
}

/** The ways of a document from the top of the ladder to its foot. */
export function compileWays(context: Context): Way[] {
  const fees = compileFees(context);
  return rulesOf(context.document, "route")
    .map(({ clause, rule }) => compileWay(clause, rule, fees, context))
    .sort((a, b) => ladder.indexOf(a.route) - ladder.indexOf(b.route) || a.order - b.order);
}

function compileWay(clause: Clause, rule: RouteRule, fees: readonly FeeTable[], context: Context): Way {
  const requirements = compileRequirements("coverage", rule.route, context);
  const hard = requirements.filter(({ isCurable }) => !isCurable);
  const curable = requirements.filter(({ isCurable }) => isCurable);
  const exclusions = compileExclusions(rule.route, context);
  const when = compileWhen(rule, context);
  const fee = feesOf(rule, fees);
  return {
    ...cite(clause, rule, rule.channel === undefined ? [] : [{ facts: ["claim.channel"] }], context),
    route: rule.route,
    when,
    hard,
    curable,
    exclusions,
    isOpen: allOf([when, ...cheapestFirst(hard, exclusions)]),
    isComplete: allHold(curable),
    mayBringFee: allHold(curable.filter((requirement) => readsOneOf(requirement, fee))),
    fee,
    uses: benefitOf(rule, context),
    returns: returnsOf(rule.route, context),
    rebinds: rule.rebinds === true,
  };
}

/** Whether a requirement looks at a fact by which a fee is found. */
function readsOneOf({ facts }: Requirement, fee: Way["fee"]): boolean {
  return typeof fee === "object" && fee.some(({ keys }) => keys.some((key) => facts.includes(key)));
}

/** A channel limit is part of what the way is for. */
function compileWhen(rule: RouteRule, context: Context): Test {
  const when = compileCondition(rule.when, rule.presume, context);
  if (rule.channel === undefined) {
    return when;
  }
  const served = compileCondition(
    { kind: "fact", fact: "claim.channel", is: { test: "one-of", values: rule.channel }, place: rule.place },
    rule.presume,
    context,
  );
  return allOf([when, served]);
}

/** All that must hold and all that must not apply, in the order in which a no is found soonest. */
function cheapestFirst(hard: readonly Requirement[], exclusions: readonly Exclusion[]): Test[] {
  const tests = [
    ...hard.map(({ weight, holds }) => ({ weight, test: holds })),
    ...exclusions.map(({ weight, spares }) => ({ weight, test: spares })),
  ];
  return tests.sort((a, b) => a.weight - b.weight).map(({ test }) => test);
}

/**
 * A way without a word about its fee costs what a quotation says if it is paid repair, and nothing
 * otherwise.
 */
function feesOf(rule: RouteRule, fees: readonly FeeTable[]): Way["fee"] {
  if (typeof rule.fee === "string" && rule.fee !== "quote") {
    return fees.filter(({ id }) => id === rule.fee);
  }
  return rule.fee === "quote" || (rule.fee === undefined && rule.route === "paid") ? "quote" : "nothing";
}

function benefitOf(rule: RouteRule, context: Context): Benefit | undefined {
  const found = rulesOf(context.document, "benefit").find(({ rule: { benefit } }) => benefit === rule.uses);
  return found && compileBenefit(found.rule, context);
}

function returnsOf(route: Route, context: Context): Return[] {
  return rulesOf(context.document, "return")
    .filter(({ rule }) => rule.route.includes(route))
    .map(({ clause, rule }) => ({
      ...cite(clause, rule, isReference(rule.parts) ? [{ facts: [rule.parts.of] }] : [], context),
      applies: compileCondition(rule.when, rule.presume, context),
      parts: compileReturnedParts(rule, context).parts,
      rule,
    }));
}

/** What a way is made of, for finding out which unknown facts matter. */
export function piecesOfWay(way: Way): Piece[] {
  return [
    pieceOf(way, way.when),
    ...[...way.hard, ...way.curable].map((requirement) => pieceOf(requirement, requirement.holds)),
    ...way.exclusions.map((exclusion) => pieceOf(exclusion, exclusion.applies)),
    ...(typeof way.fee === "object" ? way.fee.map(feePiece) : []),
  ];
}

const feePiece = (table: FeeTable): Piece => ({
  ...pieceOf(table, (c) => and(table.inScope(c), table.feeOf(c) === undefined ? unknown : yes)),
  figure: (c) => {
    const due = table.feeOf(c);
    if (due === undefined) {
      return undefined;
    }
    return due === null ? "none" : `${due.amount} ${due.currency} ${due.nth}`;
  },
});
