import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { putGoodsBack, takeGoods } from "../ledger/index.ts";
import type { Refund, RefundLine } from "./refund.ts";

/** The goods a line of a refund gives back are taken, their charge's root locked. */
export async function takeLineGoods(tx: Tx, refund: Refund, line: RefundLine): Promise<void> {
  if ((line.goods ?? null) !== null) {
    const taken = await takeGoods(tx, ...valuesOf(refund, line));
    assert(taken !== undefined, "goods that are locked are taken once");
  }
}

/** It was declined: they are where they were. */
export async function putLineGoodsBack(tx: Tx, refund: Refund, line: RefundLine): Promise<void> {
  if ((line.goods ?? null) !== null) {
    const back = await putGoodsBack(tx, ...valuesOf(refund, line));
    assert(back !== undefined, "goods that were taken are put back once");
  }
}

function valuesOf({ rootId, chargeNo }: Refund, line: RefundLine): unknown[] {
  const { lineNo, netMinor, taxMinor, deferredMinor, earnedNowMinor, goods } = line;
  const pieces = [goods?.pieces, goods?.from === "owed"];
  const amounts = [deferredMinor, earnedNowMinor, netMinor - deferredMinor, taxMinor];
  return [rootId, chargeNo, lineNo, ...pieces, ...amounts];
}
