import type { ClauseText, Decision, Region } from "./document.ts";
import type { Facts } from "./facts.ts";
import type { LayerUsed, Outcome, Receipt } from "./receipt.ts";
import type { CountedPer } from "./rules.ts";

/**
 * A compiled document: pure, shareable, the same answer everywhere. Nothing here throws for a case, however
 * odd.
 */
export interface Terms {
  readonly programme: string;
  readonly version: string;
  /** `sha256:` and the digest of the document's text. */
  readonly hash: string;
  /** The statutes and annexes laid over it. */
  readonly layers: readonly LayerUsed[];
  readonly status: "draft" | "published";
  readonly language: string;
  readonly title: string;
  readonly regions: ReadonlyMap<string, Region>;
  readonly clauses: readonly ClauseText[];
  /** The whole answer with its reasons. */
  decide(decision: Decision, facts: Facts): Receipt;
  /** The outcome alone: the same one as `decide`, several times faster. */
  verdict(decision: Decision, facts: Facts): Outcome;
  /**
   * What every clause of a decision comes to by itself, in the order of the document, without reasons and
   * whatever the answer is: for replay and audit. A clause that an annex replaces stands beside the one in
   * its place, under the same id.
   */
  clauseVerdicts(decision: Decision, facts: Facts): readonly ClauseVerdict[];
  /**
   * When a plan runs that starts at this instant. More facts pick the clause where there are several, and say
   * what it runs from where that is something else; `plan.startsAt` among them, if it is another instant, is
   * the start of the first of the periods that this one follows. Throws when the document has no such
   * product, region or period.
   */
  period(product: string, startsAt: string, region: string, facts?: Facts): Period;
  /**
   * The counted benefits of a product; empty when the document does not know it. What has no limit and what
   * is an amount of money is not among them: `benefits` has those too.
   */
  grants(product: string): readonly Grant[];
  /**
   * All that a product grants, in the order of the document; empty when the document does not know it. More
   * facts (the region) leave out the clauses that are for other cases.
   */
  benefits(product: string, facts?: Facts): readonly GrantedBenefit[];
  /** The parts that are replaced and must be sent back, of a model or a series. */
  parts(seriesOrModel: string): readonly string[];
  plans(): readonly PlanFacts[];
  /** The fees of a model's uses in a region's currencies, in order of currency and use. */
  fees(model: string, region: string): readonly FeeOfUse[];
  groupOf(model: string): string | undefined;
  seriesOf(model: string): string | undefined;
  /** By how much a product lengthens the maker's warranty: `1 year`; undefined when it does not. */
  warrantyExtension(product: string): string | undefined;
  /** The clauses that lengthen the maker's warranty in this case, in the document's order. */
  extensions(facts: Facts): readonly Extension[];
}

/** A longer maker's warranty, and the clause that gives it. */
export interface Extension {
  readonly clause: string;
  /** `1 year`. */
  readonly by: string;
  /** Whether it counts from now or from where the warranty ends. */
  readonly starts: "at-once" | "warranty-end";
}

/**
 * Yes: what it requires holds, what it excludes is there, its window or its way is open, its fee is meant for
 * the case. Unknown: that depends on a fact nobody has told.
 */
export interface ClauseVerdict {
  readonly clause: string;
  readonly truth: "yes" | "no" | "unknown";
}

export interface Period {
  /** RFC 3339, UTC. The period is half-open. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  /** `YYYY-MM-DD`: the last day of the period in its zone. */
  readonly lastDay: string;
}

export interface Grant {
  readonly benefit: string;
  readonly count: number;
  /** The benefit these are uses of as well. */
  readonly partOf?: string;
}

/** One benefit of a product, by the clause that grants it. */
export interface GrantedBenefit {
  readonly benefit: string;
  readonly clause: string;
  /** How often; null when it has no limit, and when it is an amount. */
  readonly count: number | null;
  /** The money fact that says what is left of an amount: `plan.balance`. */
  readonly balance?: string;
  /** The benefit whose uses these are as well: its count is of the same slots, and not beside them. */
  readonly partOf?: string;
  /** Benefits that are used up as soon as this one is. */
  readonly eitherOr?: readonly string[];
  /** The use that takes the last of it ends the contract. */
  readonly endsPlan?: true;
  /** The stretch in which it is counted; what is counted by years has as many uses again in the next. */
  readonly per: CountedPer["per"];
}

export interface FeeOfUse {
  readonly nth: number;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly clause: string;
  /** The benefit whose n-th use it is, where that is not a replacement. */
  readonly benefit?: string;
  /** The cases it is for, by the columns of the table: `{ cause: ["flyaway"] }`. */
  readonly only?: { readonly [key: string]: readonly string[] };
}

/** What a plan page tells of a product. */
export interface PlanFacts {
  readonly product: string;
  /** `2 years`; null when the document gives none. */
  readonly length: string | null;
  readonly replacements: number;
  readonly grants: readonly Grant[];
  readonly models: readonly string[];
  readonly regions: readonly string[];
  readonly warrantyExtension: string | null;
  /** The clause by which it follows another plan; null for one that can be had by itself. */
  readonly renewalClause: string | null;
}
