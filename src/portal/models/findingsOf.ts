import type { Choice, ClaimShape } from "../../claims/index.ts";
import { REPLACEMENT } from "../../contracts/index.ts";
import type { Finding } from "../parts/findingList.ts";
import { en } from "../words/en.ts";
import { sayFinding } from "./findingOf.ts";
import { asReceipt, receiptSteps } from "./receiptSteps.ts";

const words = en.claim;

type Found = NonNullable<ClaimShape["found"]>[number];
type Way = NonNullable<Choice["ways"]>[number];

/**
 * Of several findings each in words: what the terms say of it, their clauses, and what becomes of it by the
 * way that was chosen. None where there is one: the case itself tells that.
 */
export function findingsOf({ found = [], choices = [], route }: ClaimShape): readonly Finding[] {
  const chosen = choices.find((each) => each.route === route)?.ways;
  return found.map((each) => {
    const way = chosen?.find(({ finding }) => finding === each.no);
    const becomes = way === undefined ? besideSaid(each) : words.chosenWay(howSaid(way));
    return {
      title: titleOf(each),
      becomes: becomes === undefined ? sideSaid(each) : `${sideSaid(each)} ${becomes}`,
      reasons: receiptSteps(asReceipt(each.receipt)),
    };
  });
}

/** What a way on does about each finding, one line each; none where there is one. */
export function waysOf(
  { found = [] }: Pick<ClaimShape, "found">,
  { ways = [] }: Pick<Choice, "ways">,
): readonly { readonly label: string; readonly value: string }[] {
  return ways.map((way) => {
    const finding = found.find(({ no }) => no === way.finding);
    return {
      label: finding === undefined ? String(way.finding) : titleOf(finding),
      value: howSaid(way),
    };
  });
}

/** What a way on takes of the plan, where that is more than one thing, or another than a replacement. */
export function usesOf({ uses, furtherUses = [] }: Choice): string | undefined {
  const isPlain = furtherUses.length === 0 && uses?.benefit === REPLACEMENT;
  return uses === undefined || isPlain
    ? undefined
    : [uses, ...furtherUses]
        .map(({ benefit, left }) => words.usesOf(benefit.replaceAll("-", " "), left))
        .join("; ");
}

function titleOf({ no, findings }: Found): string {
  return words.foundNo(no, sayFinding(findings) ?? en.report.causes.other);
}

function sideSaid({ part, receipt }: Found): string {
  const sides: Readonly<Record<string, string>> = words.sides;
  return (part === "open" ? undefined : sides[receipt.outcome]) ?? words.sides.open;
}

function besideSaid({ part, by }: Found): string | undefined {
  const isBeside = (part === "shared" || part === "needless") && by !== undefined;
  return isBeside ? words.besides[part](by) : undefined;
}

function howSaid({ how, by }: Way): string {
  const { shared, needless, ...plain } = words.ways;
  if (how === "shared" || how === "needless") {
    return (how === "shared" ? shared : needless)(by ?? 1);
  }
  return plain[how];
}
