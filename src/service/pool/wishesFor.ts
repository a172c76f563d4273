import type { Grade } from "./spareUnit.ts";

/** What would do for a case, the lower the rank the sooner. */
export interface Wish {
  readonly model: string;
  readonly grade: Grade;
  readonly rank: number;
}

/** Why a unit was set aside: it is of like kind, or better because there is no other. */
export type WhyReserved = "like" | "better_grade" | "successor" | "scanned";

/**
 * What would do in place of a device: like kind at first (looked through and mended, as what is given for
 * what
 * was worn), then a new one of its model, then of the models that follow it. Units nobody has looked at
 * are never
 * suggested. Pure.
 */
export function wishesFor(model: string, successors: readonly string[]): readonly Wish[] {
  const models = [model, ...successors];
  return models.flatMap((each, place) => [
    { model: each, grade: "refurbished" as const, rank: place * 2 },
    { model: each, grade: "new" as const, rank: place * 2 + 1 },
  ]);
}

/** Why, of a rank among these wishes. */
export function whyOfRank(rank: number): WhyReserved {
  if (rank === 0) {
    return "like";
  }
  return rank === 1 ? "better_grade" : "successor";
}
