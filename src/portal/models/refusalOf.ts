import type { Refusal } from "../../platform/index.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import type { Row } from "../parts/rows.ts";
import { frameOf, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { doorRows } from "./doorRows.ts";
import { asReceipt, changesInReach, receiptSteps, windowFacts } from "./receiptSteps.ts";

export type RefusalPlace = {
  readonly title: string;
  /** What did not happen: no code was used, nothing was charged. Said where the terms said the no. */
  readonly calm: string;
  readonly back: string;
  readonly ways: readonly Row[];
};

/**
 * A refusal as a page: the sentence, the doors the terms name beside our own ways on, the clauses and the
 * dates.
 */
export function refusalOf(visit: Visit, refusal: Refusal, { title, calm, back, ways }: RefusalPlace) {
  const receipt = refusal.receipt === undefined ? undefined : asReceipt(refusal.receipt as object);
  const steps = receipt === undefined ? [] : receiptSteps(receipt);
  const doors = receipt?.doors.map(({ door }) => door) ?? [];
  const zone = receipt?.deadlines[0]?.zone ?? "UTC";
  const page = refusalPage(frameOf(visit, zone), {
    title,
    says: receipt === undefined ? sayRefusal(refusal) : calm,
    against: steps.filter(({ verdict }) => verdict !== "holds"),
    dates: receipt === undefined ? [] : windowFacts(receipt, visit.now),
    lacks: receipt === undefined ? [] : changesInReach(receipt),
    doors: doorRows(doors, ways),
    back,
  });
  return { status: 409, page };
}

/** A refusal in an owner's words. What has none here is said as the API says it. */
export function sayRefusal({ code, says, next }: Pick<Refusal, "code" | "says" | "next">): string {
  return en.refusals[code] ?? `${says} ${next}`;
}
