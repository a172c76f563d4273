import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import { announceRefund } from "./announceRefund.ts";
import type { BalancePart } from "./balanceStore.ts";
import type { Refund } from "./refund.ts";
import { requestPostings } from "./refundPostings.ts";
import { refundLineRows, refundRow } from "./refundRow.ts";
import { insertRefund } from "./refundStore.ts";
import { sumOfParts } from "./takeParts.ts";

/** What is promised back beside plans and kindness: of a hold, a balance, or money that is nobody's. */
export interface Promised
  extends Pick<
    Refund,
    "rootId" | "chargeNo" | "holdNo" | "kind" | "subject" | "currency" | "means" | "method" | "reason"
  > {
  /** Whether another person than its requester has to agree. */
  readonly secondPerson: boolean;
  /** What it is taken from, place by place. */
  readonly parts: readonly BalancePart[];
}

const PLAIN = { saleNo: null, lineNo: null, taxMinor: 0, taxKind: "none" } as const;
const NO_SALE = { deferredMinor: 0, earnedNowMinor: 0, saleState: null, receipt: null, facts: null } as const;

/**
 * Promises something back that is no plan's, on a root the caller has locked: its rows, postings and events.
 * One that needs nobody else is agreed to at once and its payment started.
 */
export async function promiseRefund(tx: Tx, promised: Promised): Promise<Refund> {
  const { parts, ...told } = promised;
  const { rootId, secondPerson } = promised;
  const decided = secondPerson ? null : tx.caller.id;
  const asked: Omit<Refund, "no" | "lines"> = {
    ...told,
    amountMinor: sumOfParts(parts),
    ...{ settledMinor: 0, penaltyMinor: 0, state: secondPerson ? "requested" : "approved" },
    ...{ requestedBy: tx.caller.id, requestedAt: tx.at, decidedBy: decided, decisionReason: null },
    ...{ decidedAt: decided === null ? null : tx.at, dueAt: null, failure: null, reference: null },
    closedAt: null,
  };
  const lines = parts.map(({ programme, region, amountMinor }) => ({
    ...{ ...PLAIN, ...NO_SALE, programme, region, netMinor: amountMinor },
  }));
  const { no } = await insertRefund(tx, rootId, refundRow(asked), refundLineRows(lines));
  const numbered = lines.map((line, index) => ({ ...line, no: index + 1, settledMinor: 0 }));
  const refund: Refund = { ...asked, no, lines: numbered };
  await post(tx, rootId, `refund/${no}/requested`, requestPostings(refund.lines, refund));
  await announceRefund(tx, refund);
  return refund;
}
