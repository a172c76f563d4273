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

/** How many uses count: of one benefit, or of all. Those that were reversed do not. */
export function compileUses(read: ReadFact, benefit?: string): Count {
  return (c) => countUses(read(c), benefit);
}

export function countUses(value: unknown, benefit?: string): number | undefined | null {
  if (isUnknown(value)) {
    return undefined;
  }
  if (isAbsent(value)) {
    return null;
  }
  if (typeof value === "number") {
    return benefit === undefined || benefit === "replacement" ? value : 0;
  }
  if (!Array.isArray(value)) {
    return null;
  }
  let count = 0;
  for (const use of value) {
    if (!isReversed(use) && (benefit === undefined || use?.benefit === benefit)) {
      count += 1;
    }
  }
  return count;
}

/** `reversed` is yes, or the instant it happened. */
function isReversed(use: { readonly reversed?: unknown } | null): boolean {
  const reversed = use?.reversed;
  return !(
    reversed === undefined ||
    reversed === null ||
    reversed === false ||
    reversed === "no" ||
    isAbsent(reversed)
  );
}
