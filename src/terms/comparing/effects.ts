import { type Decision, decisions } from "../document.ts";
import { concerns } from "./concerns.ts";
import type { Edit } from "./edits.ts";
import { type ClassChange, EffectSearch, type Sides } from "./effectSearch.ts";
import { Judge, unnamed } from "./judge.ts";
import { withoutPresumptions } from "./withoutPresumptions.ts";

export interface EffectLayer {
  readonly classes: readonly ClassChange[];
  /**
   * For each decision: cases compared; whether every change of an outcome or a fee was followed; and whether
   * those of times, uses, parts and deposits alone were as well.
   */
  readonly searched: readonly {
    readonly decision: Decision;
    readonly cases: number;
    readonly complete: boolean;
    readonly figures: boolean;
  }[];
}

/** Follows both documents wherever the edits may lead, and gives one case for each way an answer changes. */
export function effectsOf(before: Judge, after: Judge, edits: readonly Edit[]): EffectLayer {
  if (edits.length === 0) {
    const all = { cases: 0, complete: true, figures: true };
    return { classes: [], searched: decisions.map((decision) => ({ decision, ...all })) };
  }
  const [openBefore, openAfter] = [openly(before), openly(after)];
  const sides: Sides = { before, after, openBefore, openAfter };
  const searches = decisions.map((decision) => new EffectSearch(decision, sides, edits));
  const documents = [before.document, after.document];
  for (const search of searches) {
    if (concerns(search.decision, edits, documents)) {
      search.run();
    } else {
      search.complete = true;
      search.figures = true;
    }
  }
  return {
    classes: searches.flatMap((search) => search.classes()),
    searched: searches.map(({ decision, cases, complete, figures }) => ({
      decision,
      cases,
      complete,
      figures,
    })),
  };
}

function openly({ document }: Judge): Judge {
  const open = withoutPresumptions(document);
  return new Judge(open, unnamed(open));
}
