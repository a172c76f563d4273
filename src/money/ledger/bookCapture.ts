import type { Tx } from "../../platform/index.ts";
import { booksOfCapture, type Into } from "./booksOfCapture.ts";
import type { ChargeLine } from "./chargeLine.ts";
import { insertGoods } from "./goodsStore.ts";
import { post } from "./post.ts";
import { insertSales } from "./saleStore.ts";

/** A charge that is captured in this transaction, its root locked. */
export interface ChargeToBook {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly currency: string;
  readonly lines: readonly ChargeLine[];
}

/**
 * Books a charge in the transaction that captures it: its postings, under `charge/<no>/captured`, a sale for
 * each plan it paid for, and what is owed of goods. `into` is where the money has come to: the clearing
 * account of a provider.
 */
export async function bookCapture(tx: Tx, charge: ChargeToBook, into: Into): Promise<void> {
  const { rootId, chargeNo, currency, lines } = charge;
  const { postings, sales, goods } = booksOfCapture(lines, { rootId, chargeNo, currency, into });
  await Promise.all([
    post(tx, rootId, `charge/${chargeNo}/captured`, postings),
    sales.length === 0 ? 0 : insertSales(tx, rootId, chargeNo, currency, JSON.stringify(sales), tx.at),
    goods.length === 0 ? 0 : insertGoods(tx, rootId, chargeNo, currency, JSON.stringify(goods)),
  ]);
}
