import { factsAtStake } from "../comparing/factsAtStake.ts";
import { realValues } from "../comparing/jointProgram.ts";
import { Judge } from "../comparing/judge.ts";
import { smallestCase } from "../comparing/smallestCase.ts";
import { layOver } from "../compiling/compileTerms.ts";
import { withFact } from "../deciding/factSetting.ts";
import { type Clause, type Decision, decisions, type Example, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { assemble } from "../layering/layers.ts";
import type { Receipt } from "../receipt.ts";
import { boundaryCases } from "./boundaryCases.ts";
import { eachImagined } from "./eachImagined.ts";
import { exampleBlock } from "./exampleBlock.ts";
import { inUtc } from "./inUtc.ts";

/** An example nobody wrote yet. What it expects is what the document says now: read it before pasting. */
export interface ProposedExample {
  readonly clause: string;
  /** What it would show: `holding`, `not holding`, or which side of a boundary. */
  readonly shows: string;
  readonly decision: Decision;
  readonly facts: Facts;
  readonly outcome: string;
  /** The block, fences included. */
  readonly block: string;
}

/** Cases tried for one clause. */
const most = 3000;

/**
 * Proposes the examples a document lacks: for each clause that no example shows holding, or not holding, the
 * smallest case near an example that does; for each time limit, the moments around its end.
 */
export function proposeExamples(
  document: TermsDocument,
  siblings: readonly TermsDocument[] = [],
): readonly ProposedExample[] {
  const layers = assemble([...siblings.filter((each) => each !== document), document], document);
  const { document: laid, terms } = layOver(layers.base, layers);
  const judge = new Judge(laid, terms);
  const shown = shownBy(document.examples, judge);
  const imagined = new Map<string, Sided>();
  const sides = document.clauses.flatMap((clause) =>
    missingSides(clause, document.examples, judge, shown, imagined),
  );
  const bases = [...document.examples, ...sides];
  const proposed = document.clauses.flatMap((clause) => [
    ...sides.filter((each) => each.clause === clause.id),
    ...boundaryCases(clause, bases, judge),
  ]);
  return unique(
    proposed.map(({ clause, shows, decision, facts }) => {
      const receipt = judge.decide(decision, facts);
      const name = `${clause}: ${shows}`;
      const { outcome } = receipt;
      return { clause, shows, decision, facts, outcome, block: exampleBlock(name, decision, facts, receipt) };
    }),
  );
}

/** The same case is proposed once, however many clauses it would show. */
const unique = (proposed: readonly ProposedExample[]): readonly ProposedExample[] =>
  [
    ...new Map(
      proposed.toReversed().map((each) => [`${each.decision} ${JSON.stringify(inUtc(each.facts))}`, each]),
    ).values(),
  ].toReversed();

type Side = "holding" | "not holding";

/** A case that shows a clause on one side. */
interface Sided {
  readonly decision: Decision;
  readonly facts: Facts;
}

function sidesIn({ because, against }: Pick<Receipt, "because" | "against">): readonly string[] {
  return [
    ...because.map(({ clause, verdict }) => key(clause, verdict === "excepted" ? "not holding" : "holding")),
    ...against.map(({ clause, verdict }) => key(clause, verdict === "applies" ? "holding" : "not holding")),
  ];
}

const key = (clause: string, side: Side): string => `${clause} ${side}`;

function shownBy(examples: readonly Example[], judge: Judge): ReadonlySet<string> {
  return new Set(examples.flatMap(({ decision, facts }) => sidesIn(judge.decide(decision, facts))));
}

/** Kinds whose clauses a receipt cites on either side; an exclusion that is not there is cited by nobody. */
const sidesOf: Readonly<Record<string, readonly Side[]>> = {
  window: ["holding", "not holding"],
  require: ["not holding"],
  evidence: ["not holding"],
  exclude: ["holding"],
  renewal: ["holding", "not holding"],
  benefit: ["not holding"],
  transfer: ["holding", "not holding"],
  refund: ["holding"],
};

function missingSides(
  clause: Clause,
  examples: readonly Example[],
  judge: Judge,
  shown: ReadonlySet<string>,
  imagined: Map<string, Sided>,
): (Sided & { readonly clause: string; readonly shows: string })[] {
  const sides = sidesOf[clause.rule?.kind ?? ""] ?? [];
  return sides
    .filter((side) => !shown.has(key(clause.id, side)))
    .flatMap((side) => {
      const wanted = key(clause.id, side);
      const near = nearestShowing(wanted, clause, examples, judge);
      const found = near ?? imaginedShowing(wanted, examples, judge, imagined);
      return found === undefined ? [] : [{ clause: clause.id, shows: side, ...found }];
    });
}

/** Of a decision nobody wrote an example for, all sides at once; then from what was found. */
function imaginedShowing(
  wanted: string,
  examples: readonly Example[],
  judge: Judge,
  imagined: Map<string, Sided>,
): Sided | undefined {
  const without = decisions.filter((decision) => !examples.some((each) => each.decision === decision));
  for (const decision of imagined.size === 0 ? without : []) {
    eachImagined(judge, decision, (facts) => {
      for (const side of sidesAt(judge, decision, facts)) {
        if (!imagined.has(side)) {
          imagined.set(side, { decision, facts });
        }
      }
    });
  }
  const found = imagined.get(wanted);
  const shows = (facts: Facts): boolean =>
    found !== undefined && facts.at !== undefined && sidesAt(judge, found.decision, facts).includes(wanted);
  return found && { ...found, facts: smallestCase(found.facts, found.facts, shows) };
}

function sidesAt(judge: Judge, decision: Decision, facts: Facts): readonly string[] {
  const settled = judge.settle(decision, facts);
  return settled === undefined ? [] : sidesIn(judge.explain(decision, facts, settled));
}

function nearestShowing(
  wanted: string,
  clause: Clause,
  examples: readonly Example[],
  judge: Judge,
): Sided | undefined {
  const values = realValues(judge, judge);
  const edits = [{ clause: clause.id }] as unknown as Parameters<typeof factsAtStake>[1];
  const names = factsAtStake([judge.document], edits);
  let left = most;
  for (const { decision, facts } of examples) {
    const shows = (each: Facts): boolean => {
      left -= 1;
      // An example says when it is decided, even where that makes no difference.
      if (each.at === undefined) {
        return false;
      }
      return sidesAt(judge, decision, each).includes(wanted);
    };
    const c = judge.case(facts);
    for (const name of names) {
      for (const value of left > 0 ? values(name, c) : []) {
        const changed = withFact(facts, name, value);
        if (shows(changed)) {
          return { decision, facts: smallestCase(changed, facts, shows) };
        }
      }
    }
  }
  return undefined;
}
