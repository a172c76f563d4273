import type { Decision, Route } from "./document.ts";
import type { Place } from "./finding.ts";
import type { Condition, Reference } from "./tests.ts";
import type { Duration } from "./time/duration.ts";

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

export interface WindowRule extends RuleBase {
  readonly kind: "window";
  readonly decision: readonly Decision[];
  readonly from?: string;
  readonly window?: Duration;
  readonly unless?: Condition;
  readonly door?: DoorRule;
  readonly "alternative-to"?: readonly string[];
}

export interface RequireRule extends RuleBase {
  readonly kind: "require";
  readonly decision: readonly Decision[];
  readonly route: readonly Route[];
  readonly for?: Condition;
  readonly curable?: "hold";
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
  readonly from: string;
  readonly length: Duration | Reference;
  readonly starts: "at-once" | "start-of-day" | "next-midnight";
  readonly ends: "day-before" | "same-date";
  readonly overflow: "last-day";
}

export interface BenefitRule extends RuleBase {
  readonly kind: "benefit";
  readonly benefit: string;
  readonly grants: number | Reference;
  readonly per: "term";
  readonly carry: "none";
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
}

export interface RouteRule extends RuleBase {
  readonly kind: "route";
  readonly route: Route;
  /** A fee clause, nothing to pay, or a quotation. */
  readonly fee?: string | 0;
  readonly uses?: string;
  readonly rebinds?: boolean;
  readonly channel?: readonly string[];
  readonly door?: DoorRule;
}

export interface ReturnRule extends RuleBase {
  readonly kind: "return";
  readonly parts: Reference | readonly string[];
  readonly partial?: "hold";
  readonly route: readonly Route[];
  readonly within?: Duration;
  readonly of?: string;
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
  readonly conditions?: string;
}

export interface RefundRule extends RuleBase {
  readonly kind: "refund";
  readonly "linked-to"?: "device-return";
  readonly formula?: string;
  readonly fee?: string;
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
  | ExtendRule
  | RenewalRule
  | DutyRule
  | EvidenceRule
  | TransferRule
  | RefundRule
  | NoteRule;

export type RuleKind = Rule["kind"];

export const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "column" in value;
