import type { Decision, Route } from "./document.ts";
import type { Place } from "./finding.ts";
import type { GivenByWay } from "./planMoves.ts";
import type { Share, WrittenMoney } from "./shares.ts";
import type { Condition, Reference } from "./tests.ts";

export type { Condition } from "./tests.ts";

import type { Duration, Roll } from "./time/duration.ts";

/** Optional fields are undefined when the document leaves them out and they have no default. */
interface RuleBase {
  readonly place: Place;
  readonly when: Condition | null;
  /** Values a fact counts as, within this clause, while it is unknown. */
  readonly presume: ReadonlyMap<string, unknown>;
}

/** What is open when a clause says no: a word, and the clause that opens it, perhaps only for some. */
export interface DoorRule {
  readonly door: string;
  readonly clause?: string | undefined;
  readonly when: Condition | null;
}

/** An instant some facts give together: the later, the earlier, or the first of them that is known. */
export interface Anchor {
  readonly pick: "only" | "later" | "earlier" | "first";
  readonly of: readonly string[];
}

export interface WindowRule extends RuleBase {
  readonly kind: "window";
  readonly decision: readonly Decision[];
  readonly from?: string;
  readonly window?: Duration;
  readonly roll: Roll;
  readonly unless?: Condition;
  readonly door?: DoorRule;
  readonly "alternative-to"?: readonly string[];
  /** Set by an annex or a statute: in other cases the window is not there, and so shuts nobody out. */
  readonly exists?: Condition;
}

export interface RequireRule extends RuleBase {
  readonly kind: "require";
  readonly decision: readonly Decision[];
  readonly route: readonly Route[];
  readonly for?: Condition;
  /** `hold` asks the customer for something; `review` lets a person look first. */
  readonly curable?: "hold" | "review";
  readonly "as-of"?: string;
  readonly door?: DoorRule;
}

export interface ExcludeRule extends RuleBase {
  readonly kind: "exclude";
  readonly "applies-to": readonly Route[];
  readonly causal?: boolean;
  readonly "decided-by"?: "assessor";
  readonly question?: string;
  readonly evidence?: string;
  readonly door?: DoorRule;
}

export interface ExceptRule extends RuleBase {
  readonly kind: "except";
  readonly of: string;
}

export interface PeriodRule extends RuleBase {
  readonly kind: "period";
  readonly from: Anchor;
  /** Added to what it runs from before the period starts. */
  readonly after?: Duration;
  readonly length: Duration | Reference;
  readonly starts: "at-once" | "start-of-day" | "next-midnight";
  readonly ends: "day-before" | "same-date";
  readonly overflow: "last-day" | "next-day";
  /** No cover for what happens this soon after the start. */
  readonly waiting?: Duration;
}

/** The stretch of time in which uses of a benefit are counted together. */
export type CountedPer =
  | { readonly per: "term" | "contract-year" | "calendar-year" }
  | { readonly per: "rolling" | "from-first-use"; readonly length: Duration };

export interface BenefitRule extends RuleBase {
  readonly kind: "benefit";
  readonly benefit: string;
  /** How often; or, for a balance, up to how much money. */
  readonly grants: number | "unlimited" | WrittenMoney | Reference;
  readonly per: CountedPer;
  /** The instant by which a new use falls into a stretch of time. */
  readonly "counts-by": string;
  /** What a contract year leaves unused: lost, or added to the next. */
  readonly carry: "none" | "next";
  /** The benefit whose uses these are as well. */
  readonly "sub-limit-of"?: string;
  /** The money fact that says what is left; then the benefit is an amount and not a count. */
  readonly balance?: string;
  readonly "ends-plan"?: boolean;
  /** Benefits that are used up as soon as this one is. */
  readonly "either-or"?: readonly string[];
  readonly route: readonly Route[];
  readonly door?: DoorRule;
}

export interface FeeRule extends RuleBase {
  readonly kind: "fee";
  /** The clause whose table it is. */
  readonly table?: string;
  readonly benefit: string;
  readonly currency?: string;
  readonly "picks-by"?: string;
  readonly tax: "included" | "excluded";
  readonly "not-listed"?: "incomplete";
  /** Instead of a table: a part of an amount the case knows, such as a quotation. */
  readonly share?: Share;
  readonly "at-least"?: WrittenMoney;
  readonly "at-most"?: WrittenMoney;
  /** Elsewhere than in its own region the fee is only a guide. */
  readonly indicative?: boolean;
}

export interface RouteRule extends RuleBase, GivenByWay {
  readonly kind: "route";
  readonly route: Route;
  /** A fee clause, nothing to pay, or a quotation. */
  readonly fee?: string | 0;
  readonly uses?: string;
  /** The money fact a balance pays for: the assessed damage. */
  readonly deducts?: string;
  readonly channel?: readonly string[];
  readonly door?: DoorRule;
}

/** What follows when something did not come back as it should. */
export type ReturnOutcome = "ask" | "remind" | "capture" | "review";

export interface ReturnRule extends RuleBase {
  readonly kind: "return";
  readonly parts: Reference | readonly string[];
  /** `hold` holds the case of cover; the others are answers of the decision `return`. */
  readonly partial?: "hold" | ReturnOutcome;
  readonly late?: ReturnOutcome;
  readonly mismatch?: ReturnOutcome;
  readonly foreign?: ReturnOutcome;
  /** How long before the end a reminder is due. */
  readonly remind?: Duration;
  readonly route: readonly Route[];
  readonly within?: Duration;
  readonly of?: string;
  readonly roll: Roll;
}

/** The deposit of an advance exchange. */
export interface HoldRule extends RuleBase {
  readonly kind: "hold";
  readonly amount: WrittenMoney | Reference | string;
  readonly "at-most"?: WrittenMoney | string;
  readonly channel?: readonly string[];
  /** How long a card keeps it; before that it is authorised anew. */
  readonly lasts?: Duration;
  readonly of?: string;
  readonly "capture-when": readonly ("late" | "mismatch" | "partial" | "foreign" | "damage")[];
}

export interface ExtendRule extends RuleBase {
  readonly kind: "extend";
  readonly by: Duration | Reference;
  readonly starts?: "at-once" | "warranty-end";
}

export interface RenewalRule extends RuleBase {
  readonly kind: "renewal";
  readonly to: string;
  readonly starts: string;
  readonly from?: string;
  readonly until?: string;
  readonly grace?: Duration;
  readonly cap?: Duration;
  /** Renews by itself; the holder is told between these two times before the end. */
  readonly auto?: boolean;
  readonly "remind-from"?: Duration;
  readonly "remind-until"?: Duration;
  readonly carry?: "none";
  readonly restarts?: readonly string[];
  readonly door?: DoorRule;
}

export interface DutyRule extends RuleBase {
  readonly kind: "duty";
  readonly who: string;
  readonly must: string;
  readonly decision?: readonly Decision[];
  readonly within?: Duration;
  readonly of?: string;
  readonly done?: string;
  readonly "if-not"?: string;
}

export interface EvidenceRule extends RuleBase {
  readonly kind: "evidence";
  readonly shows: string;
  readonly decision: readonly Decision[];
  readonly for?: Condition;
  readonly instead?: string;
}

export interface TransferRule extends RuleBase {
  readonly kind: "transfer";
  readonly to: "none" | "holder" | "device";
  readonly times?: number;
  readonly within?: Duration;
  readonly of?: string;
  /** What the new holder does not get with the plan. */
  readonly loses?: readonly string[];
  readonly conditions?: string;
  readonly door?: DoorRule;
}

export type RefundFormula = "full" | "pro-rata" | "none";

/** What is kept back: the least or the greatest of some amounts. */
export interface RefundFee {
  readonly pick: "least" | "greatest";
  readonly of: readonly (WrittenMoney | Share)[];
}

/** Added when a refund is paid late: a share of what is outstanding for each month begun. */
export interface LatePenalty {
  readonly share: Share;
  readonly per: Duration;
  readonly after: Duration;
}

export interface RefundRule extends RuleBase {
  readonly kind: "refund";
  /** Who ends the contract. */
  readonly by: readonly ("holder" | "provider")[];
  /** Open while the notice comes in time; without it, at any time. */
  readonly from: string;
  readonly window?: Duration;
  /** Added to the window, such as for a holder who was not informed. */
  readonly extended?: Duration;
  readonly roll: Roll;
  readonly formula: RefundFormula;
  /** At least this share of the pro-rata amount is paid. */
  readonly floor?: Share;
  readonly "less-claims": boolean;
  readonly fee?: RefundFee;
  readonly "late-penalty"?: LatePenalty;
  readonly "pay-within"?: Duration;
  readonly "linked-to"?: "device-return";
  readonly door?: DoorRule;
}

/** A right the law gives whatever the terms say: a route above warranty. */
export interface StatuteRule extends RuleBase, GivenByWay {
  readonly kind: "statute";
  readonly law: string;
  readonly fee?: string | 0;
}

export interface NoteRule extends RuleBase {
  readonly kind: "note";
  readonly "not-coded": string;
  readonly decision?: readonly Decision[];
}

export type Rule =
  | WindowRule
  | RequireRule
  | ExcludeRule
  | ExceptRule
  | PeriodRule
  | BenefitRule
  | FeeRule
  | RouteRule
  | ReturnRule
  | HoldRule
  | ExtendRule
  | RenewalRule
  | DutyRule
  | EvidenceRule
  | TransferRule
  | RefundRule
  | StatuteRule
  | NoteRule;

export type RuleKind = Rule["kind"];

export const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "column" in value;
