import { isOwner } from "../../identity/index.ts";
import { type ClaimPage, showCaseAnswer } from "../../service/index.ts";
import type { Closing } from "../parts/closingPanel.ts";
import { serial } from "../parts/serial.ts";
import { isReplacement } from "../ribbon/ribbonFacts.ts";
import { ask, formOf, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.closing;

/** What stands at the end of a closed case; undefined while it is open, or ended without its steps. */
export async function closingOf(
  visit: Visit,
  found: ClaimPage,
  { readOnly }: { readonly readOnly: boolean },
): Promise<Closing | undefined> {
  const { claim, swap, contract } = found;
  if (claim.state !== "closed") {
    return undefined;
  }
  const ends: Readonly<Record<string, string>> = en.claim.caseEnds;
  const { easy } = await ask(visit, showCaseAnswer, { id: claim.id });
  const benefit = contract?.benefits.find(isReplacement);
  const done = ends[claim.route ?? ""];
  return {
    done: [
      ...(done === undefined ? [] : [{ label: words.done, value: done }]),
      { label: words.oldSerial, value: serial(swap?.oldSerial ?? claim.serial) },
      ...(swap === undefined ? [] : [{ label: words.newSerial, value: serial(swap.newSerial) }]),
      ...(benefit === undefined
        ? []
        : [{ label: words.left, value: words.leftOf(benefit.left, benefit.granted) }]),
    ],
    ask:
      easy === undefined && isOwner(visit.caller) && !readOnly
        ? { ...formOf(visit), action: `/cases/${claim.id}/easy` }
        : undefined,
    isAnswered: easy !== undefined,
  };
}
