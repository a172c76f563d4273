import { Diagram, type Settled, type ValuesOf, withFact } from "../deciding/index.ts";
import type { Decision, Example, Route } from "../document.ts";
import type { Facts } from "../facts.ts";
import { agreementOf } from "./agreement.ts";
import { type Answer, answerOf, compareAnswers, textOfAnswer, type Verdict } from "./answers.ts";
import type { Edit } from "./edits.ts";
import { factsAtStake } from "./factsAtStake.ts";
import { stakesOf } from "./figuresAtStake.ts";
import { isFollowable } from "./followable.ts";
import { jointProgram, jointValues, type Meet, orderOfFacts, realValues } from "./jointProgram.ts";
import type { Judge } from "./judge.ts";
import { routesOpenIn } from "./routesTouched.ts";
import { smallestCase, type ToldFact, toldFacts, withoutFact } from "./smallestCase.ts";
import { wander } from "./wander.ts";

/** A class of cases whose answer is another one, shown by the smallest of them that was found. */
export interface ClassChange {
  readonly decision: Decision;
  /** `plan -> refused`, or `plan: fee` where the outcome is the same. */
  readonly change: string;
  readonly verdict: Exclude<Verdict, "same">;
  readonly before: Answer;
  readonly after: Answer;
  /** The routes of cover that open or close in this class. */
  readonly routes: readonly Route[];
  readonly facts: Facts;
  /** The example it is nearest to, and what differs from it. */
  readonly near: string | null;
  readonly differs: readonly ToldFact[];
}

interface Base {
  readonly name: string | null;
  readonly facts: Facts;
}

interface Found {
  readonly key: string;
  readonly facts: Facts;
  readonly base: Base;
}

/** Cases compared one fact away from the examples, for one decision. */
const mostNeighbours = 12_000;
/** Cases followed from no facts at all, to see every class. */
const mostClasses = 40_000;
/** Examples from which all values of the facts at stake are followed, for one decision. */
const mostFollowed = 6;
/** Classes whose case is looked around at, for one decision. */
const mostAround = 30;
/** Cases with several facts told otherwise, for one decision. */
const mostStrays = 2500;

/** Both documents, and both with nothing presumed: these are followed, so that presumed facts are too. */
export interface Sides {
  readonly before: Judge;
  readonly after: Judge;
  readonly openBefore: Judge;
  readonly openAfter: Judge;
}

/** Looks for the ways the answer to one decision changes, and the smallest case of each. */
export class EffectSearch {
  readonly decision: Decision;
  cases = 0;
  /** Whether every change of an outcome, or of a fee, was followed. */
  complete = false;
  /** Whether every change of times, uses, parts and deposits was followed as well. */
  figures = false;
  readonly #before: Judge;
  readonly #after: Judge;
  readonly #open: readonly [Judge, Judge];
  readonly #atStake: readonly string[];
  readonly #bases: readonly Base[];
  readonly #values: ValuesOf;
  readonly #realValues: ValuesOf;
  readonly #canBeComplete: boolean;
  readonly #touchesFigures: boolean;
  readonly #agree: ((facts: Facts) => boolean) | undefined;
  readonly #found = new Map<string, Found>();
  readonly #routes = new Map<string, Set<Route>>();

  constructor(decision: Decision, { before, after, openBefore, openAfter }: Sides, edits: readonly Edit[]) {
    const documents = [before.document, after.document];
    this.decision = decision;
    this.#before = before;
    this.#after = after;
    this.#open = [openBefore, openAfter];
    this.#atStake = factsAtStake(documents, edits);
    this.#values = jointValues(openBefore, openAfter);
    this.#realValues = realValues(before, after);
    this.#canBeComplete = edits.every((edit) => isFollowable(edit, documents));
    this.#touchesFigures = stakesOf(decision, edits, documents) === "figures";
    this.#agree = agreementOf(decision, openBefore, openAfter, edits);
    const examples = [...after.document.examples, ...before.document.examples];
    this.#bases = basesOf(examples.filter((example) => example.decision === decision));
  }

  run(): void {
    const untouched = this.#bases.map((base) => ({ base, key: this.#meet(base.facts, base) }));
    for (const { base } of untouched) {
      this.#neighbours(base);
    }
    for (const { base, facts } of wander(
      this.#bases,
      this.#atStake,
      this.#realValues,
      this.#after,
      mostStrays,
    )) {
      this.#meet(facts, base);
    }
    const kinds = new Map(untouched.map(({ base, key }) => [key, base]));
    for (const base of [...kinds.values()].slice(0, mostFollowed)) {
      this.#follow(base, this.#atStake.reduce(withoutFact, base.facts));
    }
    const isFollowed = this.#follow({ name: null, facts: {} }, {}, mostClasses);
    this.#aroundFound();
    this.complete = isFollowed && this.#canBeComplete;
    this.figures = this.complete && !this.#touchesFigures;
  }

  #neighbours(base: Base): void {
    const c = this.#after.case(base.facts);
    for (const name of this.#atStake) {
      for (const value of this.cases < mostNeighbours ? this.#realValues(name, c) : []) {
        this.#meet(withFact(base.facts, name, value), base);
      }
    }
  }

  /** Another way an answer changes is often one fact away from a way that was found. */
  #aroundFound(): void {
    let looked = 0;
    for (const { facts, base } of this.#found.values()) {
      looked += 1;
      const names = new Set([...this.#atStake, ...toldFacts(facts).map(([name]) => name)]);
      const c = this.#after.case(facts);
      for (const name of looked <= mostAround ? names : []) {
        for (const value of this.#values(name, c)) {
          this.#meet(withFact(facts, name, value), base);
        }
      }
    }
  }

  /** True when every class below the case was seen. */
  #follow(base: Base, facts: Facts, most?: number): boolean {
    const [before, after] = this.#open;
    const meet: Meet = (each) => this.#meet(each, base);
    const program = jointProgram(this.decision, before, after, meet, this.#agree);
    const order = orderOfFacts(program, this.#atStake);
    const diagram = new Diagram(program, after.context, this.#values, order, most);
    diagram.explore(facts, false);
    return diagram.branchingFacts() !== undefined;
  }

  /** What a case comes to under both, as the text of its class. */
  #meet(facts: Facts, base: Base): string {
    const old = this.#before.settle(this.decision, facts);
    const now = this.#after.settle(this.decision, facts);
    return old && now ? this.#compare(facts, base, old, now) : "open";
  }

  #compare(facts: Facts, base: Base, old: Settled, now: Settled): string {
    this.cases += 1;
    const pair = this.#pairOf(facts, old, now);
    const key = this.#keyOf(pair);
    if (key === undefined) {
      return `same ${old.outcome} ${old.way?.id ?? ""}`;
    }
    const routes = this.#routes.get(key) ?? new Set();
    for (const route of this.#routesTouched(facts)) {
      routes.add(route);
    }
    this.#routes.set(key, routes);
    const known = this.#found.get(key);
    if (known === undefined || (isMadeUp(known.facts) && !isMadeUp(facts))) {
      this.#found.set(key, { key, facts, base });
    }
    return key;
  }

  #pairOf(facts: Facts, old: Settled, now: Settled): readonly [Answer, Answer] {
    return [
      answerOf(old.outcome, this.#before.explain(this.decision, facts, old)),
      answerOf(now.outcome, this.#after.explain(this.decision, facts, now)),
    ];
  }

  /** The class of a pair of answers; undefined when they are the same. */
  #keyOf([old, now]: readonly [Answer, Answer]): string | undefined {
    const verdict = compareAnswers(old, now, this.#after.program(this.decision).rank);
    return verdict === "same" ? undefined : `${changeOf(old, now)}, ${verdict}`;
  }

  #routesTouched(facts: Facts): readonly Route[] {
    if (this.decision !== "coverage") {
      return [];
    }
    const old = routesOpenIn(this.#before, facts);
    const now = routesOpenIn(this.#after, facts);
    return [...new Set([...old, ...now])].filter((route) => old.has(route) !== now.has(route));
  }

  classes(): readonly ClassChange[] {
    return [...this.#found.values()].map(({ key, facts, base }) => {
      const shows = (each: Facts): boolean => this.#keyAt(each) === key;
      const smallest = smallestCase(facts, base.facts, shows);
      const [before, after] = this.#settledPair(smallest);
      const told = new Map(toldFacts(base.facts).map(([name, value]) => [name, JSON.stringify(value)]));
      return {
        decision: this.decision,
        change: changeOf(before, after),
        verdict: compareAnswers(
          before,
          after,
          this.#after.program(this.decision).rank,
        ) as ClassChange["verdict"],
        before,
        after,
        routes: [...(this.#routes.get(key) ?? [])].sort(),
        facts: smallest,
        near: base.name,
        differs: toldFacts(smallest).filter(([name, value]) => told.get(name) !== JSON.stringify(value)),
      };
    });
  }

  #keyAt(facts: Facts): string | undefined {
    const old = this.#before.settle(this.decision, facts);
    const now = this.#after.settle(this.decision, facts);
    return old && now && this.#keyOf(this.#pairOf(facts, old, now));
  }

  #settledPair(facts: Facts): readonly [Answer, Answer] {
    const old = this.#before.settle(this.decision, facts) as Settled;
    const now = this.#after.settle(this.decision, facts) as Settled;
    return this.#pairOf(facts, old, now);
  }
}

/** Whether a value only stands for "another one", so that nobody could tell it. */
const isMadeUp = (facts: Facts): boolean => JSON.stringify(facts).includes('"?');

/** The examples of a decision, each set of facts once. */
function basesOf(examples: readonly Example[]): readonly Base[] {
  return [...new Map(examples.map(({ name, facts }) => [JSON.stringify(facts), { name, facts }])).values()];
}

/** What changed between two answers, in a few words. */
export function changeOf(before: Answer, after: Answer): string {
  if (before.outcome !== after.outcome) {
    return `${before.outcome} -> ${after.outcome}`;
  }
  const names = (["fee", "refund", "uses", "returns", "hold", "deadline"] as const).filter(
    (name) => textOfAnswer({ ...after, [name]: before[name] }) !== textOfAnswer(after),
  );
  return `${before.outcome}: ${names.join(", ")}`;
}
