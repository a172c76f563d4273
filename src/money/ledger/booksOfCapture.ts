import type { Account, AccountKind } from "./account.ts";
import type { ChargeLine } from "./chargeLine.ts";
import { piecesOf } from "./piecesOf.ts";
import type { Posting } from "./post.ts";

/** Where the money of a charge has come to: in its lines' own places, unless it names one. */
export type Into = Pick<Account, "kind" | "party"> & Partial<Pick<Account, "programme" | "region">>;

/** A sale as it is made: one plan of a line, with its part of the line's amounts. */
export interface NewSale
  extends Pick<ChargeLine, "programme" | "region" | "netMinor" | "taxMinor" | "taxKind"> {
  readonly lineNo: number;
  readonly plan: string;
}

/** A line of goods, or of their delivery, as it is owed when it was paid. */
export interface NewGoods
  extends Pick<
    ChargeLine,
    "kind" | "programme" | "region" | "quantity" | "netMinor" | "taxMinor" | "taxKind"
  > {
  readonly lineNo: number;
}

/** What follows in the books when a charge was paid. */
export interface Capture {
  readonly postings: readonly Posting[];
  /** In the order of lines and pieces, which is the order of their numbers. */
  readonly sales: readonly NewSale[];
  readonly goods: readonly NewGoods[];
}

/** Of which charge the lines are, and where its money has come to. */
export interface CaptureFacts {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly currency: string;
  readonly into: Into;
}

/** Where the net amount of a line goes to when it is paid. */
const NET: Readonly<Record<ChargeLine["kind"], AccountKind>> = {
  ...{ plan: "deferred_revenue", fee: "fee_income", send_back: "fee_income" },
  ...{ goods: "undelivered_goods", delivery: "undelivered_goods" },
  top_up: "reseller_balance",
};

/**
 * What is posted and sold when the lines of a charge are paid: plans and goods are owed, fees are ours,
 * tax is held. Pure.
 */
export function booksOfCapture(
  lines: readonly ChargeLine[],
  { chargeNo, currency, into, rootId }: CaptureFacts,
): Capture {
  return {
    postings: lines.flatMap((line): Posting[] => {
      const { programme, region, kind, netMinor, taxMinor, taxKind } = line;
      const place = { programme, region, currency };
      const debit = { ...place, ...into };
      const whose = partyOf(kind, rootId);
      const net: Account = { ...place, kind: NET[kind], ...whose };
      const tax: Account = { ...place, kind: "tax_payable", party: taxKind };
      return [
        { debit, credit: net, amountMinor: netMinor, chargeNo },
        { debit, credit: tax, amountMinor: taxMinor, chargeNo },
      ];
    }),
    sales: lines.flatMap((line, index) => salesOf(line, index + 1)),
    goods: lines.flatMap((line, index) => goodsOf(line, index + 1)),
  };
}

/** A balance is its reseller's; what sending back brought stands apart from other fees. */
function partyOf(kind: ChargeLine["kind"], rootId: string): Pick<Account, "party"> {
  if (kind === "top_up") {
    return { party: rootId };
  }
  return kind === "send_back" ? { party: "send_back" } : {};
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

function goodsOf(line: ChargeLine, lineNo: number): NewGoods[] {
  const { kind, programme, region, quantity, netMinor, taxMinor, taxKind } = line;
  return kind === "goods" || kind === "delivery"
    ? [{ lineNo, kind, programme, region, quantity, netMinor, taxMinor, taxKind }]
    : [];
}
