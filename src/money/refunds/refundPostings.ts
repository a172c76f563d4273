import type { Account, AccountKind, Posting } from "../ledger/index.ts";
import type { Refund, RefundLine } from "./refund.ts";

/** Where accounts of a line of a refund stand. */
type Place = Pick<RefundLine, "programme" | "region"> & { readonly currency: string };

function account({ programme, region, currency }: Place, kind: AccountKind, party?: string): Account {
  return { kind, programme, region, currency, ...(party === undefined ? {} : { party }) };
}

/** What a line is taken from. */
export type LineAmounts = Omit<RefundLine, "no" | "receipt" | "saleState">;

/**
 * What is posted when a refund is asked for: its amount becomes payable, out of what was deferred, then out
 * of what was earned; its tax is corrected; what else was deferred is earned, for nothing is owed for it
 * any more.
 */
export function requestPostings(
  lines: readonly LineAmounts[],
  { currency, chargeNo, kind }: Pick<Refund, "currency" | "chargeNo" | "kind">,
): Posting[] {
  return lines.flatMap((line) => {
    const place = { ...line, currency };
    const about = { chargeNo, saleNo: line.saleNo ?? undefined };
    const payable = account(place, "refunds_payable");
    const taken = (from: Account, amountMinor: number): Posting => ({
      debit: from,
      credit: payable,
      amountMinor,
      ...about,
    });
    const tax = taken(account(place, "tax_payable", line.taxKind), line.taxMinor);
    if (line.saleNo === null) {
      return [taken(account(place, kind === "penalty" ? "penalties" : "goodwill"), line.netMinor), tax];
    }
    const deferred = account(place, "deferred_revenue");
    const earned = account(place, "earned_revenue");
    return [
      taken(deferred, line.deferredMinor),
      taken(earned, line.netMinor - line.deferredMinor),
      tax,
      { debit: deferred, credit: earned, amountMinor: line.earnedNowMinor, ...about },
    ];
  });
}

/** What is posted when it is declined: the same, the other way round. */
export function declinePostings(refund: Pick<Refund, "lines" | "currency" | "chargeNo" | "kind">): Posting[] {
  return requestPostings(refund.lines, refund).map((posting) => ({
    ...posting,
    debit: posting.credit,
    credit: posting.debit,
  }));
}

/** Out of which account a refund is paid. */
export interface PaidFrom {
  readonly kind: "clearing" | "bank" | "payer_balance" | "provider_costs";
  /** The provider, or the payer. */
  readonly party?: string;
}

/** What is posted when it is paid. */
export function paymentPostings(
  { currency, chargeNo, lines }: Pick<Refund, "lines" | "currency" | "chargeNo">,
  { kind, party }: PaidFrom,
): Posting[] {
  return lines.map((line) => {
    const place = { ...line, currency };
    return {
      debit: account(place, "refunds_payable"),
      credit: account(place, kind, party),
      amountMinor: line.netMinor + line.taxMinor,
      chargeNo,
      saleNo: line.saleNo ?? undefined,
    };
  });
}
