import type { Terms } from "../terms/index.ts";

/** A benefit that is granted anew with each year, and how often in one. */
export interface YearlyGrant {
  readonly benefit: string;
  readonly count: number;
  readonly per: "contract-year" | "calendar-year";
}

/** The benefits of a product whose uses come again with a year, as whole benefits: parts take their slots. */
export function yearlyGrants(terms: Pick<Terms, "benefits">, product: string): readonly YearlyGrant[] {
  return terms.benefits(product).flatMap(({ benefit, count, per, partOf }) => {
    const isYearly = per === "contract-year" || per === "calendar-year";
    return isYearly && count !== null && partOf === undefined ? [{ benefit, count, per }] : [];
  });
}

/** How often parts may be taken in all, over the whole of a contract. */
export interface PartLimit {
  readonly parts: readonly string[];
  readonly count: number;
}

/**
 * What is granted as a part of a benefit, and counted over the whole term: a part falls under itself and
 * under what it is a part of. Null where there is none.
 */
export function partLimits(terms: Pick<Terms, "benefits">, product: string): readonly PartLimit[] | null {
  const granted = terms.benefits(product);
  const parentOf = (name: string): string | undefined =>
    granted.find(({ benefit }) => benefit === name)?.partOf;
  const isWithin = (name: string | undefined, whole: string): boolean =>
    name !== undefined && (name === whole || isWithin(parentOf(name), whole));
  const limits = granted.flatMap(({ benefit, count, partOf, per }): PartLimit[] =>
    partOf === undefined || count === null || per !== "term"
      ? []
      : [{ parts: granted.map((each) => each.benefit).filter((name) => isWithin(name, benefit)), count }],
  );
  return limits.length === 0 ? null : limits;
}
