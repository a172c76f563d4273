import type { ReplyOf } from "../../client/index.ts";
import { formatDay, formatMoney } from "../format/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";

/** A difference as a list has it. */
export type Difference = ReplyOf<"listDifferences">["data"][number];

/** A difference with both its sides. */
export type DifferenceShown = ReplyOf<"showDifference">;
type Side = DifferenceShown["sides"][number];

/** What a side says, in words. Pure. */
export function saidOf(what: Side["what"], said: Side["theirs"]): string {
  if (said === null) {
    return what === "fee" ? words.noneAgreed : words.nothing;
  }
  if (typeof said === "number") {
    return what === "weightGrams" ? words.grams(String(said)) : String(said);
  }
  if (typeof said === "object") {
    return formatMoney(said);
  }
  return what === "day" ? formatDay(said) : (words.rowStates[said] ?? said);
}

/** What of ours has a page of its own. */
const PAGED: ReadonlySet<string> = new Set(["chg", "rfd", "dsp", "ord"]);

/** The thing our side names, by the id its page has: a try is of a charge or a refund. Pure. */
export function ourThing(ours: string | null): string | undefined {
  const [, prefix = "", rootId = "", no = ""] =
    /^([a-z]{3})_([0-9a-z]{26})(?:_(\d+))?(?:_(?:\d+|won))?$/.exec(ours ?? "") ?? [];
  if (!PAGED.has(prefix)) {
    return undefined;
  }
  return no === "" ? `${prefix}_${rootId}` : `${prefix}_${rootId}_${no}`;
}
