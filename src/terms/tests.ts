import type { Place } from "./finding.ts";
import { isWrittenMoney, type Share, type WrittenMoney } from "./shares.ts";
import type { Duration } from "./time/duration.ts";

/** `COLUMN of FACT`: the cell in the row the fact names. */
export interface Reference {
  readonly column: string;
  readonly of: string;
  readonly place: Place;
}

/** Where a test finds its members. */
export type Members =
  | { readonly list: readonly string[] }
  | { readonly fact: string }
  | { readonly regions: true }
  | { readonly reference: Reference };

export type Comparison = "at least" | "at most" | "fewer than" | "more than";
export type TimeOrder = "before" | "after" | "not before" | "not after";

/** What a number or an amount is compared with. */
export type Limit = number | Reference | WrittenMoney | Share;

export const isReferenceLimit = (limit: Limit): limit is Reference =>
  typeof limit !== "number" && "column" in limit;

/** One test on one fact; the shapes of section 5 of the format. */
export type FactTest =
  | { readonly test: "one-of"; readonly values: readonly (string | number | boolean)[] }
  | { readonly test: "absent" }
  | { readonly test: "compare"; readonly how: Comparison; readonly to: Limit }
  | { readonly test: "order"; readonly how: TimeOrder; readonly to: { fact: string } | { instant: string } }
  | { readonly test: "in-period" }
  | { readonly test: "within"; readonly duration: Duration; readonly of: string }
  | { readonly test: "same"; readonly as: string }
  | { readonly test: "member" | "all-in" | "some-in" | "includes"; readonly members: Members };

/** A condition: a test on a fact, or conditions joined. */
export type Condition =
  | { readonly kind: "fact"; readonly fact: string; readonly is: FactTest; readonly place: Place }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] };

/** The tests on facts inside a condition, whatever joins them. */
export function factTests(condition: Condition | null): Extract<Condition, { kind: "fact" }>[] {
  if (condition === null) {
    return [];
  }
  if (condition.kind === "fact") {
    return [condition];
  }
  return condition.kind === "not" ? factTests(condition.of) : condition.of.flatMap(factTests);
}

/** Every reference to a table inside a condition. */
export function referencesIn(condition: Condition | null): Reference[] {
  return factTests(condition).flatMap(({ is }) => {
    if (is.test === "compare" && isReferenceLimit(is.to)) {
      return [is.to];
    }
    return "members" in is && "reference" in is.members ? [is.members.reference] : [];
  });
}

/** Every fact a condition may read, tables and periods included. */
export function factsIn(condition: Condition | null): string[] {
  return [...new Set(factTests(condition).flatMap(({ fact, is }) => [fact, ...factsBeside(is)]))];
}

function factsBeside(is: FactTest): string[] {
  switch (is.test) {
    case "compare":
      return typeof is.to === "number" || isWrittenMoney(is.to) ? [] : [is.to.of];
    case "order":
      return "fact" in is.to ? [is.to.fact] : [];
    case "in-period":
      return ["plan.startsAt", "plan.endsAt"];
    case "within":
      return is.duration.unit === "working days" ? [is.of, "holder.country"] : [is.of];
    case "same":
      return [is.as];
    case "one-of":
    case "absent":
      return [];
    default:
      return factsOfMembers(is.members);
  }
}

function factsOfMembers(members: Members): string[] {
  if ("fact" in members) {
    return [members.fact];
  }
  return "reference" in members ? [members.reference.of] : [];
}
