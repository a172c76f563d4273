import { showRefund } from "../../money/index.ts";
import { readPublicId } from "../../platform/index.ts";
import { asReceipt, refundSides, refundSteps } from "../models/index.ts";
import { refundPage } from "../pages/refundPage.ts";
import type { Row } from "../parts/rows.ts";
import { ask, frameOf, get, type PageAnswer, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

type Refund = Awaited<ReturnType<typeof showRefund.run>>;

/** Several parts of one return rest on one rule; their sums are added, so only one has its steps shown. */
async function show(visit: Visit): Promise<PageAnswer> {
  const refund = await ask(visit, showRefund, { id: visit.params.id ?? "" });
  const [first, ...more] = refund.lines;
  const receipt = first?.receipt == null ? undefined : asReceipt(first.receipt);
  return refundPage(frameOf(visit, receipt?.deadlines[0]?.zone), {
    ...refund,
    steps: receipt === undefined || more.length > 0 ? [] : refundSteps(receipt),
    sides: receipt === undefined ? [] : refundSides(receipt),
    ways: waysOf(refund),
  });
}

/** Where to read on: what it is for, the receipt of what was paid, and the rest. */
function waysOf({ subject, charge }: Refund): readonly Row[] {
  const words = en.refund;
  const order = readPublicId("ord", subject ?? "")?.rootId;
  const ofOrder = order !== undefined && readPublicId("chg", charge ?? "")?.rootId === order;
  return [
    ...subjectRow(subject),
    ...(ofOrder
      ? [{ href: `/orders/${subject}/receipt`, picture: "check" as const, label: en.receipts.see }]
      : []),
    { href: "/payments", picture: "code", label: words.allPayments },
  ];
}

function subjectRow(subject: string | null): readonly Row[] {
  const words = en.refund;
  switch (subject?.slice(0, 3)) {
    case "ctr":
      return [{ href: `/return/${subject}`, picture: "basket", label: words.forPlan }];
    case "ord":
      return [{ href: `/orders/${subject}`, picture: "basket", label: words.forOrder }];
    case "clm":
      return [{ href: `/cases/${subject}`, picture: "broken", label: words.forCase }];
    default:
      return [];
  }
}

/** A refund of one's own, by its number. */
export const refundRoutes = [get("/refunds/:id", show)];
