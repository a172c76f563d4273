import { type Goods, type GoodsFrom, shareOf } from "../ledger/index.ts";
import type { ChargeLineAmounts } from "./refundable.ts";
import type { NewRefundLine } from "./refundRow.ts";
import { splitSale } from "./splitSale.ts";

/** Pieces of a line of goods, or its delivery, that are paid back. */
export interface GoodsWanted {
  readonly lineNo: number;
  readonly pieces: number;
  /** Those that are still owed and will not come, or those that were handed over. */
  readonly from: GoodsFrom;
}

/** What goods are paid back from. The charge's root and its goods are locked. */
export interface GoodsFacts {
  readonly goods: readonly Goods[];
  /** The lines of the charge: kindness may have corrected the tax of goods before. */
  readonly lines: readonly ChargeLineAmounts[];
  /** What is left of the charge for them: kindness and disputes have taken their part before. */
  readonly roomMinor: number;
}

const NO_SALE = { saleNo: null, saleState: null, receipt: null, facts: null } as const;

/**
 * The lines of a refund that give goods back, each once, as far as there is room: what is owed of them and is
 * not paid back is income, for nothing is owed any more. Undefined where so many pieces are not there. Pure.
 */
export function goodsLines(
  { goods, lines, roomMinor }: GoodsFacts,
  wanted: readonly GoodsWanted[],
): readonly NewRefundLine[] | undefined {
  let room = roomMinor;
  const made = wanted.map(({ lineNo, pieces, from }): NewRefundLine[] | undefined => {
    const line = goods.find((one) => one.lineNo === lineNo);
    const share = line && shareOf(line, pieces, from);
    if (line === undefined || share === undefined) {
      return undefined;
    }
    const amountMinor = Math.min(room, share.netMinor + share.taxMinor);
    room -= amountMinor;
    const { programme, region } = line;
    const amounts = { ...share, deferredMinor: from === "owed" ? share.netMinor : 0, earnedMinor: 0 };
    const split = splitSale({ ...amounts, refundedMinor: 0, refundedTaxMinor: 0 }, amountMinor);
    const { netMinor = 0, taxMinor: taxWanted = 0, fromDeferred = 0, earnedNow = 0 } = split ?? {};
    const taxMinor = Math.min(taxWanted, taxLeftOf(lines, lineNo));
    const parts: NewRefundLine[] = [
      {
        ...{ ...NO_SALE, lineNo, netMinor, taxMinor, taxKind: line.taxKind, programme, region },
        ...{ deferredMinor: fromDeferred, earnedNowMinor: earnedNow, goods: { pieces, from } },
      },
      // What kindness corrected before is no tax any more, so it is what the kindness has cost.
      {
        ...{ ...NO_SALE, lineNo: null, netMinor: taxWanted - taxMinor, taxMinor: 0, taxKind: "none" },
        ...{ programme, region, deferredMinor: 0, earnedNowMinor: 0, goods: null },
      },
    ];
    return parts.filter((part) => part.netMinor + part.taxMinor > 0);
  });
  return made.includes(undefined) ? undefined : made.flatMap((parts) => parts ?? []);
}

function taxLeftOf(lines: readonly ChargeLineAmounts[], lineNo: number): number {
  const line = lines.find(({ no }) => no === lineNo);
  return line === undefined ? 0 : Math.max(0, line.taxMinor - line.refundedTaxMinor);
}
