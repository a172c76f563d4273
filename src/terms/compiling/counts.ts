import { isAbsent, isUnknown } from "../deciding/case.ts";
import type { ReadFact } from "./context.ts";

type Count = (c: Parameters<ReadFact>[0]) => number | undefined | null;

/** A number fact as it is; undefined while unknown, null when absent. */
export function compileNumber(read: ReadFact): Count {
  return (c) => {
    const value = read(c);
    if (isUnknown(value)) {
      return undefined;
    }
    return typeof value === "number" ? value : null;
  };
}

/** How many uses count: of some benefits, or of all. Those that were reversed do not. */
export function compileUses(read: ReadFact, benefits?: readonly string[]): Count {
  return (c) => countUses(read(c), benefits);
}

export function countUses(value: unknown, benefits?: readonly string[]): number | undefined | null {
  if (isUnknown(value)) {
    return undefined;
  }
  if (isAbsent(value)) {
    return null;
  }
  if (typeof value === "number") {
    return benefits === undefined || benefits.includes("replacement") ? value : 0;
  }
  if (!Array.isArray(value)) {
    return null;
  }
  let count = 0;
  for (const use of value) {
    if (!isReversed(use) && (benefits === undefined || benefits.includes(use?.benefit))) {
      count += 1;
    }
  }
  return count;
}

/** `reversed` is yes, or the instant it happened. */
export function isReversed(use: { readonly reversed?: unknown } | null): boolean {
  const reversed = use?.reversed;
  return !(isUnknown(reversed) || reversed === false || reversed === "no" || isAbsent(reversed));
}
