import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import type { Account } from "./account.ts";
import { type Goods, shareOf } from "./goods.ts";
import { lockGoods, saveHandOver } from "./goodsStore.ts";
import { type Posting, post } from "./post.ts";

/** What is handed over: pieces of the lines of a captured charge. */
export interface HandOver {
  readonly chargeNo: number;
  /** Unique in its root: "parcel/1/handed_over". */
  readonly source: string;
  readonly lines: readonly { readonly lineNo: number; readonly pieces: number }[];
}

/** What moves when pieces are handed over: theirs, and with the first of them the delivery. Pure. */
export function handedOver(
  goods: readonly Goods[],
  lines: HandOver["lines"],
): readonly { readonly lineNo: number; readonly pieces: number; readonly netMinor: number }[] {
  const delivery = goods
    .filter(({ kind, owedQuantity }) => kind === "delivery" && owedQuantity > 0)
    .map(({ lineNo, owedQuantity }) => ({ lineNo, pieces: owedQuantity }));
  return [...lines, ...delivery].map(({ lineNo, pieces }) => {
    const line = goods.find((one) => one.lineNo === lineNo);
    const share = line && shareOf(line, pieces, "owed");
    assert(share !== undefined, `line ${lineNo} does not owe ${pieces} pieces`);
    return { lineNo, pieces, netMinor: share.netMinor };
  });
}

/**
 * Goods are handed over, on a root the caller has locked: what was owed of them is income. With the first
 * parcel the delivery is, too. Errors: a source that was booked, and pieces that are not owed, are mistakes
 * of the caller.
 */
export async function bookHandOver(
  tx: Tx,
  rootId: string,
  { chargeNo, source, lines }: HandOver,
): Promise<void> {
  const goods = await lockGoods(tx, rootId, chargeNo);
  const moved = handedOver(goods, lines);
  const saved = await saveHandOver(tx, rootId, chargeNo, JSON.stringify(moved));
  assert.equal(saved, moved.length, "what is locked and owed is handed over once");
  const postings = moved.map(({ lineNo, netMinor }): Posting => {
    const line = goods.find((one) => one.lineNo === lineNo) as Goods;
    const at = (kind: Account["kind"]): Account => ({
      ...{ kind, programme: line.programme, region: line.region, currency: line.currency },
    });
    return { debit: at("undelivered_goods"), credit: at("goods_income"), amountMinor: netMinor, chargeNo };
  });
  await post(tx, rootId, source, postings);
}
