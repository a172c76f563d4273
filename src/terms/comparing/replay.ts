import type { Laid } from "../compiling/compileTerms.ts";
import { type Decision, decisions } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Receipt } from "../receipt.ts";
import {
  type Answer,
  answerIn,
  answerOf,
  compareAnswers,
  isAlike,
  textOfAnswer,
  type Verdict,
} from "./answers.ts";
import { Attribution } from "./attribution.ts";
import type { Edit } from "./edits.ts";
import { editsBetween } from "./editsBetween.ts";
import { stakesOf } from "./figuresAtStake.ts";
import { Judge } from "./judge.ts";
import { Ledger, type MoneyMoved } from "./moneyMoved.ts";

/** A case of the past: what was asked, and what was known. */
export interface ReplayCase {
  /** Shown beside its row, if there is one. */
  readonly id?: string;
  readonly decision: Decision;
  readonly facts: Facts;
}

/** A case whose answer is another one. */
export interface ReplayRow {
  /** Its place among the cases, from 1. */
  readonly no: number;
  readonly id: string | null;
  readonly decision: Decision;
  readonly verdict: Exclude<Verdict, "same">;
  readonly before: Receipt;
  readonly after: Receipt;
  /** Numbers of the edits that caused it; more than one when it takes them together. */
  readonly causes: readonly number[];
}

/** What an edit did by itself, or in company. */
export interface EditEffect {
  readonly edit: number;
  readonly says: string;
  readonly better: number;
  readonly worse: number;
  readonly undecided: number;
  /** How many of these took other edits as well. */
  readonly together: number;
}

export interface ReplayReport {
  readonly cases: number;
  readonly same: number;
  readonly better: number;
  readonly worse: number;
  readonly undecided: number;
  readonly money: readonly MoneyMoved[];
  readonly edits: readonly EditEffect[];
}

/** Both documents, the names their receipts bear, and what differs between them. */
export class Replay {
  readonly edits: readonly Edit[];
  readonly #before: Judge;
  readonly #after: Judge;
  readonly #attribution: Attribution;
  /**
   * For each decision, whether the edits may change its answer, and whether they may change its figures
   * alone.
   */
  readonly #stakes: ReadonlyMap<Decision, "none" | "answer" | "figures">;
  readonly #ledger = new Ledger();
  readonly #counts: Record<Verdict, number> = { same: 0, better: 0, worse: 0, undecided: 0 };
  readonly #effects = new Map<
    number,
    { better: number; worse: number; undecided: number; together: number }
  >();
  #cases = 0;

  constructor(old: Laid, now: Laid) {
    this.edits = editsBetween(old.document, now.document);
    this.#before = new Judge(old.document, old.terms);
    this.#after = new Judge(now.document, now.terms);
    this.#attribution = new Attribution(old.document, this.edits);
    this.#stakes = new Map(
      decisions.map((decision) => [decision, stakesOf(decision, this.edits, [old.document, now.document])]),
    );
  }

  /** Decides a case under both; undefined when nothing changed. */
  add({ id, decision, facts }: ReplayCase): ReplayRow | undefined {
    this.#cases += 1;
    if (this.#isSame(decision, facts)) {
      this.#counts.same += 1;
      return undefined;
    }
    const before = this.#before.decide(decision, facts);
    const after = this.#after.decide(decision, facts);
    const old = answerIn(before);
    const now = answerIn(after);
    const verdict = compareAnswers(old, now, this.#after.program(decision).rank);
    this.#counts[verdict] += 1;
    if (verdict === "same") {
      return undefined;
    }
    this.#ledger.post(old, now);
    const causes = this.#attribution.causesOf(decision, facts, textOfAnswer(now));
    this.#blame(causes, verdict);
    return { no: this.#cases, id: id ?? null, decision, verdict, before, after, causes };
  }

  /** Without a receipt, where both settle the case by themselves. */
  #isSame(decision: Decision, facts: Facts): boolean {
    const stakes = this.#stakes.get(decision);
    if (stakes === "none") {
      return true;
    }
    const old = this.#before.settle(decision, facts);
    const now = this.#after.settle(decision, facts);
    if (old === undefined || now === undefined || !isAlike(old, now)) {
      return false;
    }
    if (stakes === "answer") {
      return true;
    }
    const figures: readonly [Answer, Answer] = [
      answerOf(old.outcome, this.#before.explain(decision, facts, old)),
      answerOf(now.outcome, this.#after.explain(decision, facts, now)),
    ];
    return textOfAnswer(figures[0]) === textOfAnswer(figures[1]);
  }

  #blame(causes: readonly number[], verdict: Exclude<Verdict, "same">): void {
    for (const edit of causes) {
      const effect = this.#effects.get(edit) ?? { better: 0, worse: 0, undecided: 0, together: 0 };
      effect[verdict] += 1;
      effect.together += causes.length > 1 ? 1 : 0;
      this.#effects.set(edit, effect);
    }
  }

  report(): ReplayReport {
    return {
      cases: this.#cases,
      ...this.#counts,
      money: this.#ledger.perCurrency(),
      edits: this.edits.map(({ no, says }) => ({
        edit: no,
        says,
        ...(this.#effects.get(no) ?? { better: 0, worse: 0, undecided: 0, together: 0 }),
      })),
    };
  }
}
