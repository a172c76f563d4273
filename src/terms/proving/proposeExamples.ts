import { factsAtStake } from "../comparing/factsAtStake.ts";
import { realValues } from "../comparing/jointProgram.ts";
import { Judge } from "../comparing/judge.ts";
import { smallestCase } from "../comparing/smallestCase.ts";
import { layOver } from "../compiling/compileTerms.ts";
import { withFact } from "../deciding/factSetting.ts";
import type { Clause, Decision, Example, TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { assemble } from "../layering/layers.ts";
import type { Receipt } from "../receipt.ts";
import { boundaryCases } from "./boundaryCases.ts";
import { exampleBlock } from "./exampleBlock.ts";

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
  const proposed = document.clauses.flatMap((clause) => [
    ...missingSides(clause, document.examples, judge, shown),
    ...boundaryCases(clause, document.examples, judge),
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
      proposed.toReversed().map((each) => [`${each.decision} ${JSON.stringify(each.facts)}`, each]),
    ).values(),
  ].toReversed();

type Side = "holding" | "not holding";

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
): { clause: string; shows: string; decision: Decision; facts: Facts }[] {
  const sides = sidesOf[clause.rule?.kind ?? ""] ?? [];
  return sides
    .filter((side) => !shown.has(key(clause.id, side)))
    .flatMap((side) => {
      const found = nearestShowing(key(clause.id, side), clause, examples, judge);
      return found === undefined ? [] : [{ clause: clause.id, shows: side, ...found }];
    });
}

function nearestShowing(
  wanted: string,
  clause: Clause,
  examples: readonly Example[],
  judge: Judge,
): { decision: Decision; facts: Facts } | undefined {
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
      const settled = judge.settle(decision, each);
      return settled !== undefined && sidesIn(judge.explain(decision, each, settled)).includes(wanted);
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
