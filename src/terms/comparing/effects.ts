import { type Decision, decisions } from "../document.ts";
import { concerns } from "./concerns.ts";
import type { Edit } from "./edits.ts";
import { type ClassChange, EffectSearch } from "./effectSearch.ts";
import type { Judge } from "./judge.ts";

export interface EffectLayer {
  readonly classes: readonly ClassChange[];
  /** For each decision: cases compared, and whether every class of facts was followed to its end. */
  readonly searched: readonly {
    readonly decision: Decision;
    readonly cases: number;
    readonly complete: boolean;
  }[];
}

/** Follows both documents wherever the edits may lead, and gives one case for each way an answer changes. */
export function effectsOf(before: Judge, after: Judge, edits: readonly Edit[]): EffectLayer {
  if (edits.length === 0) {
    return { classes: [], searched: decisions.map((decision) => ({ decision, cases: 0, complete: true })) };
  }
  const searches = decisions.map((decision) => new EffectSearch(decision, before, after, edits));
  const documents = [before.document, after.document];
  for (const search of searches) {
    if (concerns(search.decision, edits, documents)) {
      search.run();
    } else {
      search.complete = true;
    }
  }
  return {
    classes: searches.flatMap((search) => search.classes()),
    searched: searches.map(({ decision, cases, complete }) => ({ decision, cases, complete })),
  };
}
