import type { Tx } from "../../platform/index.ts";
import { booksOfCapture, type Into } from "./booksOfCapture.ts";
import type { ChargeLine } from "./chargeLine.ts";
import { insertGoods } from "./goodsStore.ts";
import { postAll } from "./post.ts";
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
  await bookCaptures(tx, [{ ...charge, into }]);
}

/** The same of several charges, by as many statements as of one. */
export async function bookCaptures(
  tx: Tx,
  charges: readonly (ChargeToBook & { readonly into: Into })[],
): Promise<void> {
  const booked = charges.map(({ lines, ...charge }) => ({ ...charge, ...booksOfCapture(lines, charge) }));
  const rows = (what: "sales" | "goods") =>
    booked.flatMap(({ rootId, chargeNo, currency, [what]: all }) =>
      all.map((one) => ({ ...one, rootId, chargeNo, currency })),
    );
  const [sales, goods] = [rows("sales"), rows("goods")];
  await Promise.all([
    postAll(
      tx,
      booked.map(({ rootId, chargeNo, postings }) => ({
        ...{ rootId, postings },
        source: `charge/${chargeNo}/captured`,
      })),
    ),
    sales.length === 0 ? 0 : insertSales(tx, JSON.stringify(sales), tx.at),
    goods.length === 0 ? 0 : insertGoods(tx, JSON.stringify(goods)),
  ]);
}
