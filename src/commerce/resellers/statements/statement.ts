import { type Static, Type } from "typebox";
import type { StatementMove } from "../../../money/index.ts";
import { Instant, publicId, shape } from "../../../platform/index.ts";

/** What a line of a statement is. */
export const statementKinds = [
  "order",
  "order_on_invoice",
  "invoice_paid",
  "top_up",
  "code_return",
  "refund",
  "taken_back",
  "payout",
  "correction",
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** One thing that moved in a month, as the ledger has it. */
export const StatementLine = shape({
  at: Instant,
  kind: Type.Enum([...statementKinds]),
  /** What it moved: the balance, or what is open on invoices. */
  account: Type.Enum(["balance", "invoice"]),
  /** The order it is about. */
  orderId: Type.Union([Type.String(), Type.Null()]),
  /** In minor units: above nothing in the reseller's favour. */
  amountMinor: Type.Integer(),
  /** After it, what the balance is, or what is open on invoices as a number below nothing. */
  afterMinor: Type.Integer(),
  /** Where its postings are: GET /v1/ledger/postings by root and source. */
  rootId: Type.String(),
  source: Type.String(),
});
export type StatementLine = Static<typeof StatementLine>;

/** What a reseller has at one end of a month, in minor units; open invoices are below nothing. */
export interface Standing {
  readonly balance: number;
  readonly invoice: number;
}

/** The lines of a month and what they come to. Pure. */
export function statementOf(
  opening: Standing,
  moves: readonly StatementMove[],
  resellerId: string,
): { readonly lines: readonly StatementLine[]; readonly closing: Standing } {
  const standing = { ...opening };
  const lines = moves.map(({ rootId, source, at, account, amountMinor, refundKind }) => {
    standing[account] += amountMinor;
    return {
      at: at.toString(),
      kind:
        rootId === resellerId && source.startsWith("charge/")
          ? "top_up"
          : kindOf(source, account, refundKind),
      account,
      orderId: rootId === resellerId ? null : publicId("ord", rootId),
      amountMinor,
      afterMinor: standing[account],
      rootId,
      source,
    };
  });
  return { lines, closing: standing };
}

function kindOf(source: string, account: "balance" | "invoice", refundKind: string | null): StatementKind {
  if (source.startsWith("charge/")) {
    return account === "invoice" ? "order_on_invoice" : "order";
  }
  if (source.startsWith("bank_credit/")) {
    return account === "invoice" ? "invoice_paid" : "top_up";
  }
  if (refundKind === "reseller_balance") {
    return "payout";
  }
  if (source.startsWith("refund/")) {
    return refundKind === "return" ? "code_return" : "refund";
  }
  return source.startsWith("dispute/") ? "taken_back" : "correction";
}
