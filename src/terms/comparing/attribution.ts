import type { Decision, TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { answerIn, answerOf, textOfAnswer } from "./answers.ts";
import type { Edit } from "./edits.ts";
import { Judge, unnamed } from "./judge.ts";

/** Documents between the two that are kept; a replay with more edits compiles some of them again. */
const kept = 400;

/**
 * Says which edits made an answer what it is now: the case is decided again with some of the edits laid over
 * the older document. One edit that makes the change alone is the cause. Where none does, the fewest that do
 * together.
 */
export class Attribution {
  readonly #old: TermsDocument;
  readonly #edits: readonly Edit[];
  readonly #judges = new Map<string, Judge | undefined>();

  constructor(old: TermsDocument, edits: readonly Edit[]) {
    this.#old = old;
    this.#edits = edits;
  }

  /** `now` is the answer under all of them, and not the older one. The numbers come in order. */
  causesOf(decision: Decision, facts: Facts, now: string): readonly number[] {
    const gives = (edits: readonly number[]): boolean =>
      edits.length > 0 && this.#answer(edits, decision, facts) === now;
    let needed: readonly number[] = [];
    let most = this.#edits.length;
    while (!gives(needed) && most > 0) {
      const count = this.#fewest(most, needed, gives);
      const last = this.#edits[count - 1]?.no ?? 0;
      if (gives([last])) {
        return [last];
      }
      needed = [last, ...needed];
      most = count - 1;
    }
    return needed;
  }

  /**
   * How many of the first edits it takes, beside those known to be needed. An answer may come, go and come
   * again; any place where it comes will do, so that halving finds one.
   */
  #fewest(most: number, needed: readonly number[], gives: (edits: readonly number[]) => boolean): number {
    let low = 0;
    let high = most;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (gives([...this.#first(middle), ...needed])) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  #first(count: number): readonly number[] {
    return this.#edits.slice(0, count).map(({ no }) => no);
  }

  #answer(edits: readonly number[], decision: Decision, facts: Facts): string | undefined {
    const judge = this.#judgeWith(edits);
    if (judge === undefined) {
      return undefined;
    }
    const settled = judge.settle(decision, facts);
    return textOfAnswer(
      settled === undefined
        ? answerIn(judge.decide(decision, facts))
        : answerOf(settled.outcome, judge.explain(decision, facts, settled)),
    );
  }

  /** Undefined when the edits give no document that can be compiled without the others. */
  #judgeWith(edits: readonly number[]): Judge | undefined {
    const key = edits.join();
    if (this.#judges.has(key)) {
      return this.#judges.get(key);
    }
    const document = edits.reduce((each, no) => this.#edits[no - 1]?.apply(each) ?? each, this.#old);
    const judge = compiled(document);
    if (this.#judges.size >= kept) {
      const [oldest = ""] = this.#judges.keys();
      this.#judges.delete(oldest);
    }
    this.#judges.set(key, judge);
    return judge;
  }
}

function compiled(document: TermsDocument): Judge | undefined {
  try {
    const judge = new Judge(document, unnamed(document));
    judge.program("coverage");
    return judge;
  } catch {
    return undefined;
  }
}
