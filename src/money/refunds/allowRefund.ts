import { accepted, type Decision } from "../../platform/index.ts";
import type { Goods } from "../ledger/index.ts";
import { refuse } from "../refusals.ts";
import { allocate } from "./allocate.ts";
import { type GoodsWanted, goodsLines } from "./goodsLines.ts";
import {
  type ChargeLineAmounts,
  leftOfCharge,
  type RefundableCharge,
  type RefundableSale,
} from "./refundable.ts";
import { needsSecondPerson, type RefundLimits } from "./refundLimit.ts";
import type { NewRefundLine } from "./refundRow.ts";
import { leftOf, splitSale } from "./splitSale.ts";
import { taxesLeft } from "./taxesLeft.ts";

/** What is to come back for one plan, by a decision of its terms: minor units, tax included. */
export interface SaleWanted {
  readonly saleNo: number;
  readonly amountMinor: number;
  readonly receipt: object | null;
  readonly facts: object | null;
}

/** What is known when a refund is asked for. The charge's root and its sales are locked. */
export interface RequestFacts {
  readonly charge: RefundableCharge;
  readonly sales: readonly RefundableSale[];
  /** What the charge was made of; asked for goodwill and goods only. */
  readonly lines: readonly ChargeLineAmounts[];
  readonly wanted:
    | { readonly sales: readonly SaleWanted[]; readonly goods?: readonly GoodsWanted[] }
    | { readonly goodwillMinor: number };
  /** The goods of the charge, where some are wanted. */
  readonly goods: readonly Goods[];
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
  const sold = "sales" in wanted ? saleLines(facts.sales, wanted.sales) : goodwillLines(facts, wanted);
  if (sold === undefined) {
    return refuse("sale_refunded");
  }
  const roomMinor = Math.max(0, leftOfCharge(charge) - sumOf(sold));
  const given = goodsLines({ ...facts, roomMinor }, ("sales" in wanted && wanted.goods) || []);
  if (given === undefined) {
    return refuse("goods_not_there");
  }
  const lines = [...sold, ...given];
  const amountMinor = sumOf(lines);
  if (amountMinor <= 0 || amountMinor > leftOfCharge(charge)) {
    return refuse("refund_above_captured");
  }
  // All that is promised back of a payment counts, so that nobody stays below the limit by asking in parts.
  const promised = { amount: charge.refundedMinor + amountMinor, currency: charge.currency };
  const secondPerson = needsSecondPerson(promised, limits);
  return accepted({ amountMinor, lines, secondPerson });
}

function sumOf(lines: readonly NewRefundLine[]): number {
  return lines.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0);
}

/** Undefined when a sale is not there, was given back before, or has not so much left. */
function saleLines(
  sales: readonly RefundableSale[],
  wanted: readonly SaleWanted[],
): readonly NewRefundLine[] | undefined {
  const taxes = taxesLeft(sales);
  const lines = wanted.map(({ saleNo, amountMinor, receipt, facts }): NewRefundLine[] | undefined => {
    const sale = sales.find(({ no, state }) => no === saleNo && state !== "refunded");
    const split = sale && splitSale(sale, amountMinor);
    if (sale === undefined || split === undefined) {
      return undefined;
    }
    const { taxKind, programme, region, state } = sale;
    const { netMinor, fromDeferred, earnedNow } = split;
    const { taxMinor, kindnessMinor } = taxes.take(sale, split.taxMinor);
    const given = { saleNo, lineNo: null, netMinor, taxMinor, taxKind, programme, region, receipt, facts };
    return [
      { ...given, deferredMinor: fromDeferred, earnedNowMinor: earnedNow, saleState: state },
      { ...NO_SALE, ...NO_TAX, lineNo: null, programme, region, netMinor: kindnessMinor },
    ].filter((line) => line.netMinor + line.taxMinor > 0);
  });
  return lines.includes(undefined) ? undefined : lines.flatMap((made) => made ?? []);
}

const NO_SALE = {
  ...{ saleNo: null, deferredMinor: 0, earnedNowMinor: 0, saleState: null, receipt: null, facts: null },
};
const NO_TAX = { taxMinor: 0, taxKind: "none" };

/**
 * A kindness is taken from no sale. It is spread over what is left of each line of the charge, and its tax
 * is corrected as a plan's: after several of them it is the share of them together.
 */
function goodwillLines(
  { lines, charge }: RequestFacts,
  { goodwillMinor }: { readonly goodwillMinor: number },
): readonly NewRefundLine[] {
  if (goodwillMinor > leftOfCharge(charge)) {
    return [];
  }
  const sold = lines.map((line) => ({ ...line, deferredMinor: 0, earnedMinor: 0 }));
  const shares = allocate(
    goodwillMinor,
    sold.map((line) => Math.max(0, leftOf(line))),
  );
  return sold.flatMap((line, index) => {
    const split = splitSale(line, shares[index] ?? 0);
    const { no: lineNo, taxKind, programme, region } = line;
    const { netMinor = 0, taxMinor = 0 } = split ?? {};
    const part = { ...NO_SALE, lineNo, taxKind, programme, region, netMinor, taxMinor };
    return netMinor + taxMinor > 0 ? [part] : [];
  });
}
