import { accepted, type Decision } from "../../platform/index.ts";
import type { Mode, Unmatched } from "../reconcileMode/index.ts";
import { missingWords } from "../reconciliation/index.ts";
import { refuse } from "../refusals.ts";

/**
 * Whether the world outside is matched: every open try asked about, every party compared, no money missing.
 * Pure.
 */
export function decideEndReconcileMode(mode: Mode | undefined, unmatched: Unmatched): Decision<Mode> {
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
