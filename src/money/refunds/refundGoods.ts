import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { type Account, lockGoods, post, shareOf, takeGoods } from "../ledger/index.ts";
import type { GoodsWanted } from "./goodsLines.ts";
import type { Refund } from "./refund.ts";
import { type NewRefund, requestRefund } from "./requestRefund.ts";

/** Goods that will not come, or that came back. */
export interface GoodsRefund extends Omit<NewRefund, "wanted"> {
  readonly goods: readonly GoodsWanted[];
}

/** Nothing is left of the charge, or nobody took anything for it. */
const NOTHING_LEFT: ReadonlySet<string> = new Set(["refund_above_captured", "charge_not_captured"]);

/**
 * Pays goods back, on a root the caller has locked: what is left of the charge for them, in whole or in part.
 * Undefined where nothing is left, because kindness or the payer's bank gave it back before, or they cost
 * nothing: the books owe nothing for them either way. Errors: pieces that are not there are a mistake of the
 * caller, who has locked the root and asked before.
 */
export async function refundGoods(
  tx: Tx,
  rootId: string,
  { goods, ...asked }: GoodsRefund,
): Promise<Refund | undefined> {
  const decision = await requestRefund(tx, rootId, { ...asked, wanted: { sales: [], goods } });
  const code = decision.refused?.code;
  assert(code === undefined || NOTHING_LEFT.has(code), `goods are not paid back: ${code}`);
  const refund = decision.accepted;
  const taken = new Set(refund?.lines.flatMap((line) => ((line.goods ?? null) === null ? [] : line.lineNo)));
  for (const one of goods.filter(({ lineNo }) => !taken.has(lineNo))) {
    await giveUp(tx, rootId, asked.chargeNo, one);
  }
  return refund;
}

/** Pieces that bring nothing back: what was owed for them is owed no more. */
async function giveUp(tx: Tx, rootId: string, chargeNo: number, wanted: GoodsWanted): Promise<void> {
  const { lineNo, pieces, from } = wanted;
  const line = (await lockGoods(tx, rootId, chargeNo)).find((one) => one.lineNo === lineNo);
  const share = line && shareOf(line, pieces, from);
  assert(line !== undefined && share !== undefined, `line ${lineNo} has no ${pieces} pieces`);
  const keptMinor = from === "owed" ? share.netMinor : 0;
  await takeGoods(tx, rootId, chargeNo, lineNo, pieces, from === "owed", 0, keptMinor, 0, 0);
  const at = (kind: Account["kind"]): Account => ({
    ...{ kind, programme: line.programme, region: line.region, currency: line.currency },
  });
  const source = `goods/${chargeNo}/${lineNo}/given_up/${line.returnedQuantity + pieces}`;
  const [debit, credit] = [at("undelivered_goods"), at("goods_income")];
  await post(tx, rootId, source, [{ debit, credit, amountMinor: keptMinor, chargeNo }]);
}
