import { publicId } from "../../platform/index.ts";
import type { Account, AccountKind, Posting } from "../ledger/index.ts";
import { balanceAccount } from "../resellerAccounts/index.ts";
import type { Refund, RefundKind, RefundLine } from "./refund.ts";

/** Where accounts of a line of a refund stand. */
type Place = Pick<RefundLine, "programme" | "region"> & { readonly currency: string };

function account({ programme, region, currency }: Place, kind: AccountKind, party?: string): Account {
  return { kind, programme, region, currency, ...(party === undefined ? {} : { party }) };
}

/** What a line is taken from. */
export type LineAmounts = Omit<RefundLine, "no" | "receipt" | "saleState" | "settledMinor">;

/** Of which refund they are. */
type About = Pick<Refund, "rootId" | "chargeNo" | "kind" | "currency">;

/** What is paid back that is no plan's, by what it is for: the account it is taken from. */
const SOURCES: Readonly<Partial<Record<RefundKind, AccountKind>>> = {
  ...{ penalty: "penalties", hold: "hold_income", balance: "payer_balance", credit: "unallocated" },
};

/** Whose balance with us a charge's payer has: the charge's. Its party in the ledger. */
export function payerOf(rootId: string, chargeNo: number): string {
  return publicId("chg", rootId, chargeNo);
}

function sourceOf({ rootId, chargeNo, kind, currency }: About, line: LineAmounts): Account {
  const place = { ...line, currency };
  if (kind === "reseller_balance") {
    return balanceAccount(rootId, currency);
  }
  return kind === "balance" && chargeNo !== null
    ? account(place, "payer_balance", payerOf(rootId, chargeNo))
    : account(place, SOURCES[kind] ?? "goodwill");
}

/**
 * What is posted when a refund is asked for: its amount becomes payable, out of what was deferred (of goods:
 * owed), then out of what was earned; its tax is corrected; what else was deferred is earned, for nothing is
 * owed for it any more.
 */
export function requestPostings(lines: readonly LineAmounts[], refund: About): Posting[] {
  return lines.flatMap((line) => {
    const place = { ...line, currency: refund.currency };
    const about = { chargeNo: refund.chargeNo ?? undefined, saleNo: line.saleNo ?? undefined };
    const payable = account(place, "refunds_payable");
    const taken = (from: Account, amountMinor: number): Posting => ({
      debit: from,
      credit: payable,
      amountMinor,
      ...about,
    });
    const tax = taken(account(place, "tax_payable", line.taxKind), line.taxMinor);
    const isGoods = (line.goods ?? null) !== null;
    if (line.saleNo === null && !isGoods) {
      return [taken(sourceOf(refund, line), line.netMinor), tax];
    }
    const deferred = account(place, isGoods ? "undelivered_goods" : "deferred_revenue");
    const earned = account(place, isGoods ? "goods_income" : "earned_revenue");
    return [
      taken(deferred, line.deferredMinor),
      taken(earned, line.netMinor - line.deferredMinor),
      tax,
      { debit: deferred, credit: earned, amountMinor: line.earnedNowMinor, ...about },
    ];
  });
}

/** What is posted when it is declined: the same, the other way round. */
export function declinePostings(refund: About & Pick<Refund, "lines">): Posting[] {
  return requestPostings(refund.lines, refund).map((posting) => ({
    ...posting,
    debit: posting.credit,
    credit: posting.debit,
  }));
}

/** Out of which account a refund is paid. */
export interface PaidFrom {
  readonly kind: "clearing" | "bank" | "payer_balance" | "provider_costs" | "reseller_balance";
  /** The provider, the payer, or the reseller. */
  readonly party?: string;
}

/** What is posted when it is paid: what no dispute has settled. */
export function paymentPostings(
  refund: Pick<Refund, "lines" | "currency" | "chargeNo">,
  from: PaidFrom,
): Posting[] {
  const rest = refund.lines.map((line) => line.netMinor + line.taxMinor - line.settledMinor);
  return partPostings(refund, rest, from);
}

/** The same of a part of each line. */
export function partPostings(
  { currency, chargeNo, lines }: Pick<Refund, "lines" | "currency" | "chargeNo">,
  parts: readonly number[],
  { kind, party }: PaidFrom,
): Posting[] {
  return lines.map((line, index) => {
    const place = { ...line, currency };
    return {
      debit: account(place, "refunds_payable"),
      credit:
        kind === "reseller_balance" && party !== undefined
          ? balanceAccount(party, currency)
          : account(place, kind, party),
      amountMinor: parts[index] ?? 0,
      chargeNo: chargeNo ?? undefined,
      saleNo: line.saleNo ?? undefined,
    };
  });
}
