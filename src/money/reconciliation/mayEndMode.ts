import { accepted, type Decision } from "../../platform/index.ts";
import type { Mode, Unmatched } from "../reconcileMode/index.ts";
import { refuse } from "../refusals.ts";

/**
 * Whether the world outside is matched: every open try asked about, every party compared, no money missing.
 * Pure.
 */
export function mayEndMode(mode: Mode | undefined, unmatched: Unmatched): Decision<Mode> {
  if (mode === undefined) {
    return refuse("reconcile_mode_off");
  }
  const missing = missingWords(unmatched);
  return missing.length === 0
    ? accepted(mode)
    : refuse("reconcile_unfinished", {
        says: `The world outside is not matched yet: ${missing.join("; ")}.`,
      });
}

/** What is missing, in words. */
export function missingWords({ unasked, uncompared, differences }: Unmatched): string[] {
  return [
    ...(unasked === 0 ? [] : [`${unasked} open payments were not asked about since`]),
    ...(uncompared.length === 0 ? [] : [`not compared since: ${uncompared.join(", ")}`]),
    ...(differences === 0 ? [] : [`${differences} open differences of money`]),
  ];
}
