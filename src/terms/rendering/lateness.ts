import type { Change, Reason, Receipt } from "../receipt.ts";
import { vocabulary } from "../vocabulary.ts";

/**
 * By how much a clause was missed: that is told with its no, whoever could have done otherwise. Undefined
 * where the time that would help is another clause's, or nobody can say whose it is.
 */
export function latenessBy(reason: Reason, receipt: Receipt): string | undefined {
  const change = receipt.wouldChange.find(({ fact }) => isInstant(fact) && fact in reason.facts);
  return change !== undefined && isMeasuredBy(change, reason, receipt) ? change.says : undefined;
}

const isInstant = (fact: string): boolean => vocabulary.get(fact)?.type === "instant";

/** Where several clauses look at the fact, it is nearest to the time that ends last. */
function isMeasuredBy({ fact }: Change, reason: Reason, { against, deadlines }: Receipt): boolean {
  const looking = against.filter(({ facts }) => fact in facts).map(({ clause }) => clause);
  if (looking.length === 1) {
    return true;
  }
  const timed = deadlines.filter(({ clause }) => looking.includes(clause));
  const last = timed
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return timed.length === looking.length && timed.find(({ to }) => to === last)?.clause === reason.clause;
}
