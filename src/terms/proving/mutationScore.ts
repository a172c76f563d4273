import { Judge, unnamed } from "../comparing/judge.ts";
import { layOver } from "../compiling/compileTerms.ts";
import type { Example, TermsDocument } from "../document.ts";
import { assemble } from "../layering/layers.ts";
import type { Receipt } from "../receipt.ts";
import { differencesOf } from "../testTerms.ts";
import type { Mutant } from "./mutant.ts";
import { mutantsOf } from "./mutantsOf.ts";
import { type Witness, witnessOf } from "./witness.ts";

/** A wrong change that every example lets pass. */
export interface Survivor {
  readonly clause: string;
  readonly mutation: string;
  /** A case that would have shown it. */
  readonly shownBy: Witness;
}

export interface MutationScore {
  /**
   * Wrong changes that could be noticed. Those that give no document that compiles, and those for which no
   * case with another answer was found, are not counted.
   */
  readonly mutants: number;
  /** Those that make at least one example fail. */
  readonly noticed: number;
  /** Per cent, rounded down; 100 when there was nothing to change. */
  readonly score: number;
  readonly survivors: readonly Survivor[];
  /** Wrong changes for which no case with another answer was found: nothing an example could say. */
  readonly unseen: readonly { readonly clause: string; readonly mutation: string }[];
}

/**
 * How much the examples prove: every rule is made wrong in many small ways, one at a time, and the examples
 * run, as `testTerms` runs them. The same document has the same score, always.
 */
export function mutationScore(
  document: TermsDocument,
  siblings: readonly TermsDocument[] = [],
): MutationScore {
  const proof = new Proof(document, siblings);
  const survivors: Survivor[] = [];
  const unseen: { clause: string; mutation: string }[] = [];
  let noticed = 0;
  for (const mutant of mutantsOf(document)) {
    const fate = proof.fateOf(mutant);
    if (fate === "noticed") {
      noticed += 1;
    } else if (fate !== "no document") {
      const told = { clause: mutant.clause, mutation: mutant.says };
      if (fate === undefined) {
        unseen.push(told);
      } else {
        survivors.push({ ...told, shownBy: fate });
      }
    }
  }
  const mutants = noticed + survivors.length;
  const score = mutants === 0 ? 100 : Math.floor((noticed * 100) / mutants);
  return { mutants, noticed, score, survivors, unseen };
}

/** The examples of a document, in an order in which a fault is likely to be noticed soon. */
class Proof {
  readonly #document: TermsDocument;
  readonly #siblings: readonly TermsDocument[];
  readonly #whole: Judge;
  readonly #cited: ReadonlyMap<Example, ReadonlySet<string>>;

  constructor(document: TermsDocument, siblings: readonly TermsDocument[]) {
    this.#document = document;
    this.#siblings = siblings.filter((each) => each !== document);
    this.#whole = this.#judge(document);
    this.#cited = new Map(
      document.examples.map((example) => {
        const { because, against } = this.#whole.decide(example.decision, example.facts);
        return [example, new Set([...because, ...against].map(({ clause }) => clause))];
      }),
    );
  }

  #judge(document: TermsDocument): Judge {
    const layers = assemble([...this.#siblings, document], document);
    const { document: laid, terms } = layOver(layers.base, layers);
    return new Judge(laid, terms);
  }

  /** What becomes of a mutant: noticed, or shown by a case no example has, or by none that was found. */
  fateOf(mutant: Mutant): "noticed" | "no document" | Witness | undefined {
    try {
      const document = mutant.apply(this.#document);
      const judge = this.#judge(document);
      const isNoticed = this.#likeliest(mutant.clause).some(
        (example) =>
          differencesOf(example, answerTo(example, judge), () => judge.planPeriod(example.facts)).length > 0,
      );
      return isNoticed ? "noticed" : witnessOf(this.#document.examples, this.#whole, judge, mutant.clause);
    } catch {
      return "no document";
    }
  }

  #likeliest(clause: string): readonly Example[] {
    const rank = (example: Example): number => {
      const isCited = this.#cited.get(example)?.has(clause) === true;
      return (example.clause === clause ? 0 : 2) + (isCited ? 0 : 1);
    };
    return this.#document.examples.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** The receipt of an example, without what takes long to find where the example does not ask for it. */
function answerTo({ decision, facts, expect }: Example, judge: Judge): Receipt {
  const settled = expect.wouldChange === undefined ? judge.settle(decision, facts) : undefined;
  return settled === undefined
    ? judge.decide(decision, facts)
    : {
        ...judge.explain(decision, facts, settled),
        decision,
        outcome: settled.outcome,
        at: null,
        terms: unnamed(judge.document),
        needs: [],
        wouldChange: [],
      };
}
