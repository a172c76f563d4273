import type { Refusal } from "../../platform/index.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import type { Row } from "../parts/rows.ts";
import { frameOf, type Visit } from "../visit/visit.ts";
import { doorRows } from "./doorRows.ts";
import { asReceipt, receiptSteps, windowFacts } from "./receiptSteps.ts";

export type RefusalPlace = { readonly title: string; readonly back: string; readonly ways: readonly Row[] };

/**
 * A refusal as a page: the sentence, the clauses, the dates, and the doors the terms name beside our own
 * ways on.
 */
export function refusalOf(visit: Visit, refusal: Refusal, { title, back, ways }: RefusalPlace) {
  const receipt = refusal.receipt === undefined ? undefined : asReceipt(refusal.receipt as object);
  const steps = receipt === undefined ? [] : receiptSteps(receipt);
  const doors = doorRows(receipt?.doors.map(({ door }) => door) ?? []);
  const zone = receipt?.deadlines[0]?.zone ?? "UTC";
  const page = refusalPage(frameOf(visit, zone), {
    title,
    says: receipt === undefined ? `${refusal.says} ${refusal.next}` : refusal.says,
    against: steps.filter(({ verdict }) => verdict !== "holds"),
    dates: receipt === undefined ? [] : windowFacts(receipt, visit.now),
    lacks: receipt?.wouldChange.map((change) => change.says) ?? [],
    doors: [...doors, ...ways],
    back,
  });
  return { status: 409, page };
}
