import type { Case } from "../deciding/case.ts";
import { type Clause, ladder, type Route, rulesOf } from "../document.ts";
import { type Condition, isReference, type ReturnRule, type RouteRule, type StatuteRule } from "../rules.ts";
import { and, unknown, yes } from "../truth.ts";
import { type Benefit, compileBenefit, compileBenefits, isMeant } from "./benefits.ts";
import { type Cited, cite, type Exclusion, type Piece, pieceOf, type Requirement } from "./cited.ts";
import { allOf, compileCondition } from "./conditions.ts";
import { allConjuncts, type Conjunct, compileFailing, conjunctsIn, conjunctsOf } from "./conjuncts.ts";
import type { Context, Test } from "./context.ts";
import { compileExclusions } from "./exclusions.ts";
import { compileFees, type FeeTable } from "./fees.ts";
import { asksFor } from "./partners.ts";
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
  /** Which of `hard` and then of `exclusions` say no, by their places, in order; one may come twice. */
  readonly failing: (c: Case) => readonly number[];
  readonly isComplete: Test;
  /**
   * Fails while something that can be cured is open on which the fee depends: with the right currency there
   * may be a fee.
   */
  readonly mayBringFee: Test;
  readonly fee: readonly FeeTable[] | "nothing" | "quote";
  /** The clauses that grant what it uses. */
  readonly uses: readonly Benefit[];
  /** All the benefits of which a use must be left. */
  readonly limits: readonly Benefit[];
  /** Whether a balance and what is taken from it are in two currencies. */
  readonly isMixed: ((c: Case) => boolean) | undefined;
  readonly returns: readonly Return[];
  /** What the customer gets by it. */
  readonly detail: Readonly<Record<string, unknown>> | undefined;
}

export interface Return extends Cited {
  readonly applies: Test;
  readonly parts: ReturnedParts["parts"];
  readonly rule: ReturnRule;
}

/** The ways of a document from the top of the ladder to its foot. */
export function compileWays(context: Context): Way[] {
  const fees = compileFees(context);
  const statutes = rulesOf(context.document, "statute").map(({ clause, rule }) =>
    compileStatute(clause, rule, fees, context),
  );
  const routes = rulesOf(context.document, "route").map(({ clause, rule }) =>
    compileWay(clause, rule, fees, context),
  );
  return [...statutes, ...routes].sort(
    (a, b) => ladder.indexOf(a.route) - ladder.indexOf(b.route) || a.order - b.order,
  );
}

function compileWay(clause: Clause, rule: RouteRule, fees: readonly FeeTable[], context: Context): Way {
  const { document } = context;
  const limits = rulesOf(document, "benefit")
    .filter((each) => asksFor(document, rule)(each.rule))
    .map((each) => compileBenefit(each.clause, each.rule, rule.deducts, context));
  const requirements = compileRequirements("coverage", rule.route, context, limits);
  const hard = requirements.filter(({ isCurable }) => !isCurable);
  const curable = requirements.filter(({ isCurable }) => isCurable);
  const exclusions = compileExclusions(rule.route, context);
  const when = allConjuncts(whenOf(rule, context), context);
  const fee = feesOf(rule, fees);
  const uses = rule.uses === undefined ? [] : compileBenefits(rule.uses, rule.deducts, context);
  return {
    ...cite(clause, rule, rule.channel === undefined ? [] : [{ facts: ["claim.channel"] }], context),
    route: rule.route,
    when,
    hard,
    curable,
    exclusions,
    isOpen: allConjuncts(
      [...whenOf(rule, context), ...hard.flatMap(conjunctsIn), ...exclusions.flatMap(({ spares }) => spares)],
      context,
    ),
    failing: compileFailing([...hard.map(conjunctsIn), ...exclusions.map(({ spares }) => spares)], context),
    isComplete: allHold(curable, context),
    mayBringFee: allHold(
      curable.filter((requirement) => readsOneOf(requirement, fee)),
      context,
    ),
    fee,
    uses,
    limits,
    isMixed: mixed(uses),
    returns: returnsOf(rule.route, context),
    detail: detailOf(rule),
  };
}

/**
 * What the law gives stands above the terms: nothing in them is asked for, and nothing in them defeats
 * it.
 */
function compileStatute(clause: Clause, rule: StatuteRule, fees: readonly FeeTable[], context: Context): Way {
  const when = compileCondition(rule.when, rule.presume, context);
  const nothing: readonly never[] = [];
  return {
    ...cite(clause, rule, [], context),
    route: "statutory",
    when,
    hard: nothing,
    curable: nothing,
    exclusions: nothing,
    isOpen: when,
    failing: () => nothing,
    isComplete: allOf(nothing),
    mayBringFee: allOf(nothing),
    fee: feesOf({ route: "statutory", fee: rule.fee }, fees),
    uses: nothing,
    limits: nothing,
    isMixed: undefined,
    returns: nothing,
    detail: { law: rule.law, ...detailOf(rule) },
  };
}

function mixed(uses: readonly Benefit[]): Way["isMixed"] {
  const balances = uses.filter(({ balance }) => balance !== undefined);
  return balances.length === 0
    ? undefined
    : (c) => balances.some((benefit) => isMeant(benefit, c) && benefit.balance?.isMixed(c) === true);
}

/** When the plan moves is said where the terms say it: what was decided before they could stays as it is. */
function detailOf({ rebinds, settles, ...rule }: RouteRule | StatuteRule): Way["detail"] {
  const at = rule["rebinds-at"];
  return rebinds === true || settles !== undefined
    ? {
        ...(rebinds === true ? { rebinds } : {}),
        ...(rebinds === true && at !== undefined ? { rebindsAt: at } : {}),
        ...(settles === undefined ? {} : { settles }),
      }
    : undefined;
}

/** Whether a requirement looks at a fact by which a fee is found. */
function readsOneOf({ facts }: Requirement, fee: Way["fee"]): boolean {
  return typeof fee === "object" && fee.some(({ keys }) => keys.some((key) => facts.includes(key)));
}

/** A channel limit is part of what the way is for. */
function whenOf(rule: RouteRule, context: Context): Conjunct[] {
  const when = conjunctsOf(rule.when, rule.presume, context);
  if (rule.channel === undefined) {
    return when;
  }
  const is = { test: "one-of", values: rule.channel } as const;
  const served: Condition = { kind: "fact", fact: "claim.channel", is, place: rule.place };
  return [...when, ...conjunctsOf(served, rule.presume, context)];
}

/**
 * A way without a word about its fee costs what a quotation says if it is paid repair, and nothing
 * otherwise.
 */
function feesOf(
  rule: Pick<RouteRule, "route"> & { readonly fee?: string | 0 | undefined },
  fees: readonly FeeTable[],
): Way["fee"] {
  if (typeof rule.fee === "string" && rule.fee !== "quote") {
    return fees.filter(({ id }) => id === rule.fee);
  }
  return rule.fee === "quote" || (rule.fee === undefined && rule.route === "paid") ? "quote" : "nothing";
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
    ...[...way.hard, ...way.curable].map((requirement) =>
      pieceOf(requirement, requirement.holds, { conjuncts: conjunctsIn(requirement) }),
    ),
    ...way.exclusions.map((exclusion) =>
      pieceOf(exclusion, exclusion.applies, { conjuncts: exclusion.spares, isOpposite: true }),
    ),
    ...(typeof way.fee === "object" ? way.fee.flatMap(feePieces) : []),
    ...way.uses.flatMap((benefit) => balancePiece(benefit)),
  ];
}

/** That two currencies meet changes the answer, and no requirement tells. */
function balancePiece({ balance, clause: { id }, hasLeft }: Benefit): Piece[] {
  return balance === undefined
    ? []
    : [
        {
          facts: balance.facts,
          test: hasLeft,
          atoms: [],
          figure: (c) => (balance.isMixed(c) ? `${id} mixed` : ""),
        },
      ];
}

/** A fee is asked for only what it follows from in this case: where there is no row, no use is counted. */
function feePieces(table: FeeTable): Piece[] {
  const inScope: Piece = pieceOf(table, table.inScope);
  const unmeant = new Set(table.sides.flatMap(({ facts }) => facts));
  const scope: Piece = {
    ...inScope,
    facts: inScope.facts.filter((fact) => !unmeant.has(fact) || isInConditions(table, fact)),
    atoms: inScope.atoms.filter(({ test }) => test !== undefined),
  };
  const sides = table.sides.map(
    ({ facts, figure }): Piece => ({
      facts: facts.filter((fact) => !table.presume.has(fact)),
      test: (c) => and(table.inScope(c), figure(c) === undefined ? unknown : yes),
      atoms: [{ facts }],
      figure,
    }),
  );
  return [scope, ...sides];
}

const isInConditions = ({ atoms }: FeeTable, fact: string): boolean =>
  atoms.some(({ facts, test }) => test !== undefined && facts.includes(fact));
