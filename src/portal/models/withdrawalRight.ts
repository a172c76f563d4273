import type { Terms } from "../../terms/index.ts";

/** The clause of the law that lets a buyer of a region change their mind, where we have that law. */
const RIGHTS: Readonly<Record<string, string>> = { EU: "eu.withdrawal" };

/** A right to withdraw from what is bought at a distance, and where it holds. */
export type WithdrawalRight = {
  /** What the terms engine printed from our own document of the law. */
  readonly html: string;
  readonly countries: readonly string[];
};

/** The right of buyers in one of these regions; undefined where none of our laws gives one. */
export function withdrawalRight(
  terms: Pick<Terms, "clauses" | "regions">,
  regions: readonly string[],
): WithdrawalRight | undefined {
  for (const region of regions) {
    const clause = terms.clauses.find(({ id }) => id === RIGHTS[region]);
    const { countries = [] } = terms.regions.get(region) ?? {};
    if (clause !== undefined) {
      return { html: clause.html, countries };
    }
  }
  return undefined;
}
