import { termsInForce } from "../catalogue/index.ts";
import type { OrderedCode } from "../contracts/index.ts";
import { chargesOf, salesOfCharge } from "../money/index.ts";
import { accepted, type Decision, type Tx } from "../platform/index.ts";
import type { Order } from "./order.ts";
import { type CodeBack, decideReturnCodes } from "./returnCodes/decideReturnCodes.ts";

export type { CodeBack };

/**
 * What the terms of a locked order and the law pay back for these unused codes of it, when its buyer gives
 * them back. Nothing where nothing was paid for them.
 */
export async function returnByTerms(
  tx: Tx,
  order: Order,
  codes: readonly OrderedCode[],
  deviceReturned: boolean,
): Promise<Decision<readonly CodeBack[]>> {
  const charge = (await chargesOf(tx, order.orderId)).at(-1);
  if (charge === undefined || order.programme === null || order.region === null) {
    return accepted([]);
  }
  const [sales, terms] = await Promise.all([
    salesOfCharge(tx, order.orderId, charge.no),
    termsInForce(tx, order.programme, order.placedAt, order.region),
  ]);
  const reason = deviceReturned ? "device-returned" : "no-longer-wanted";
  const told = { reason, deviceReturned };
  return decideReturnCodes({ at: tx.at, order, codes, sales, terms, wanted: undefined, told });
}
