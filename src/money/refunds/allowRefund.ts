import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { allocate } from "./allocate.ts";
import { type ChargeLineAmounts, leftOfCharge, type PaidCharge, type RefundableSale } from "./refundable.ts";
import { needsSecondPerson, type RefundLimits } from "./refundLimit.ts";
import type { NewRefundLine } from "./refundRow.ts";
import { splitSale } from "./splitSale.ts";

/** What is to come back for one plan, by a decision of its terms: minor units, tax included. */
export interface SaleWanted {
  readonly saleNo: number;
  readonly amountMinor: number;
  readonly receipt: object | null;
  readonly facts: object | null;
}

/** What is known when a refund is asked for. The charge's root and its sales are locked. */
export interface RequestFacts {
  readonly charge: PaidCharge;
  readonly sales: readonly RefundableSale[];
  /** What the charge was made of; asked for goodwill only. */
  readonly lines: readonly ChargeLineAmounts[];
  readonly wanted: { readonly sales: readonly SaleWanted[] } | { readonly goodwillMinor: number };
  readonly limits: RefundLimits;
}

/** A refund that may be asked for. */
export interface RefundAllowed {
  readonly amountMinor: number;
  readonly lines: readonly NewRefundLine[];
  /** Whether another person than its requester has to agree. */
  readonly secondPerson: boolean;
}

/** Whether so much of a charge may be promised back, and what it is taken from. Pure. */
export function allowRefund(facts: RequestFacts): Decision<RefundAllowed> {
  const { charge, limits, wanted } = facts;
  if (charge.state !== "captured" || charge.method === null) {
    return refuse("charge_not_captured");
  }
  const lines = "sales" in wanted ? saleLines(facts.sales, wanted.sales) : goodwillLines(facts, wanted);
  if (lines === undefined) {
    return refuse("sale_refunded");
  }
  const amountMinor = lines.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0);
  if (amountMinor <= 0 || amountMinor > leftOfCharge(charge)) {
    return refuse("refund_above_captured");
  }
  // All that is promised back of a payment counts, so that nobody stays below the limit by asking in parts.
  const promised = { amount: charge.refundedMinor + amountMinor, currency: charge.currency };
  const secondPerson = needsSecondPerson(promised, limits);
  return accepted({ amountMinor, lines, secondPerson });
}

/** Undefined when a sale is not there, was given back before, or has not so much left. */
function saleLines(
  sales: readonly RefundableSale[],
  wanted: readonly SaleWanted[],
): readonly NewRefundLine[] | undefined {
  const lines = wanted.flatMap(({ saleNo, amountMinor, receipt, facts }): NewRefundLine[] => {
    const sale = sales.find(({ no, state }) => no === saleNo && state !== "refunded");
    const split = sale && splitSale(sale, amountMinor);
    if (sale === undefined || split === undefined) {
      return [];
    }
    const { taxKind, programme, region, state } = sale;
    const { netMinor, taxMinor, fromDeferred, earnedNow } = split;
    return [
      {
        ...{ saleNo, netMinor, taxMinor, taxKind, programme, region, receipt, facts },
        ...{ deferredMinor: fromDeferred, earnedNowMinor: earnedNow, saleState: state },
      },
    ];
  });
  return lines.length === wanted.length ? lines : undefined;
}

/** A kindness is taken from no sale: its tax is corrected in proportion to what the charge was made of. */
function goodwillLines(
  { lines, charge }: RequestFacts,
  { goodwillMinor }: { readonly goodwillMinor: number },
): readonly NewRefundLine[] {
  const shares = allocate(
    goodwillMinor,
    lines.flatMap(({ netMinor, taxMinor }) => [netMinor, taxMinor]),
  );
  const nothing = { saleNo: null, deferredMinor: 0, earnedNowMinor: 0, saleState: null };
  const parts = lines.map(({ taxKind, programme, region }, index) => ({
    ...nothing,
    ...{ taxKind, programme, region, receipt: null, facts: null },
    netMinor: shares[2 * index] ?? 0,
    taxMinor: shares[2 * index + 1] ?? 0,
  }));
  const found = parts.filter(({ netMinor, taxMinor }) => netMinor + taxMinor > 0);
  return found.length > 0 || charge.amountMinor === 0 ? found : [];
}
