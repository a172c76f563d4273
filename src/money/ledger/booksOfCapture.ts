import type { Account } from "./account.ts";
import type { ChargeLine } from "./chargeLine.ts";
import { piecesOf } from "./piecesOf.ts";
import type { Posting } from "./post.ts";

/** Where the money of a charge has come to. */
export type Into = Pick<Account, "kind" | "party">;

/** A sale as it is made: one plan of a line, with its part of the line's amounts. */
export interface NewSale
  extends Pick<ChargeLine, "programme" | "region" | "netMinor" | "taxMinor" | "taxKind"> {
  readonly lineNo: number;
  readonly plan: string;
}

/** What follows in the books when a charge was paid. */
export interface Capture {
  readonly postings: readonly Posting[];
  /** In the order of lines and pieces, which is the order of their numbers. */
  readonly sales: readonly NewSale[];
}

/**
 * What is posted and sold when the lines of a charge are paid: plans are owed, fees are ours, tax is held.
 * Pure.
 */
export function booksOfCapture(
  lines: readonly ChargeLine[],
  { chargeNo, currency, into }: { readonly chargeNo: number; readonly currency: string; readonly into: Into },
): Capture {
  return {
    postings: lines.flatMap((line): Posting[] => {
      const { programme, region, plan, netMinor, taxMinor, taxKind } = line;
      const place = { programme, region, currency };
      const debit = { ...place, ...into };
      const net: Account = { ...place, kind: plan === null ? "fee_income" : "deferred_revenue" };
      const tax: Account = { ...place, kind: "tax_payable", party: taxKind };
      return [
        { debit, credit: net, amountMinor: netMinor, chargeNo },
        { debit, credit: tax, amountMinor: taxMinor, chargeNo },
      ];
    }),
    sales: lines.flatMap((line, index) => salesOf(line, index + 1)),
  };
}

function salesOf(line: ChargeLine, lineNo: number): NewSale[] {
  const { plan, programme, region, quantity, taxKind } = line;
  if (plan === null) {
    return [];
  }
  const taxes = piecesOf(line.taxMinor, quantity);
  return piecesOf(line.netMinor, quantity).map((netMinor, piece) => ({
    ...{ lineNo, plan, programme, region, netMinor },
    taxMinor: taxes[piece] as number,
    taxKind,
  }));
}
