import assert from "node:assert/strict";
import { lockOrderedCodes, type OrderedCode } from "../../contracts/index.ts";
import { accepted, type Decision, type Tx } from "../../platform/index.ts";
import { creditCodes } from "../creditCodes.ts";
import { type CodeBack, returnByTerms } from "../returnByTerms.ts";
import { lockOrder } from "../store.ts";
import type { ShopOrder } from "./messageStore.ts";
import type { Counts, SkuCount } from "./nextShopStep.ts";
import type { MessageDetails } from "./shopMessage.ts";
import type { ShopOrderKey } from "./shopOrder.ts";
import { salesOf } from "./shopStore.ts";

/** What a shop's order has after codes were taken back, and what that came to. */
interface Given {
  readonly issued: Counts;
  readonly used: Counts;
  readonly details: MessageDetails;
}

/** Codes of an order of ours, and what they pay back. */
interface Returned {
  readonly orderId: string;
  readonly codes: readonly OrderedCode[];
  readonly back: readonly CodeBack[];
}

/**
 * Takes back the codes that a shop's order wants no more: unused ones, of its newest orders first. Those that
 * are used stay, and are counted. Refused, and nothing taken, where the terms pay nothing back.
 * Errors: throws while a paid order has no codes yet, so that its job is tried again.
 */
export async function voidSurplus(
  tx: Tx,
  { shopId, shopOrder }: ShopOrderKey,
  { issued, used }: ShopOrder,
  surplus: readonly SkuCount[],
  deviceReturned: boolean,
): Promise<Decision<Given>> {
  const left = new Map(surplus.map(({ sku, quantity }) => [sku, quantity]));
  const returns: Returned[] = [];
  for (const { orderId } of await salesOf(tx, shopId, shopOrder)) {
    const order = await lockOrder(tx, orderId);
    assert(order !== undefined, "an order that was placed is there");
    if (order.state === "placed") {
      throw new Error("the codes of a shop's order are not there yet");
    }
    const skuOf = new Map(order.lines.map(({ no, sku }) => [no, sku]));
    const codes = takeOut(await lockOrderedCodes(tx, orderId), skuOf, left);
    if (codes.length > 0) {
      const { refused, accepted: back } = await returnByTerms(tx, order, codes, deviceReturned);
      if (refused !== undefined) {
        return { refused };
      }
      returns.push({ orderId, codes, back });
    }
  }
  for (const { orderId, codes, back } of returns) {
    const reason = `refunded by the shop: ${shopOrder}`;
    const credited = await creditCodes(tx, orderId, codes, { reason, back });
    assert(credited.refused === undefined, `codes cannot be credited: ${credited.refused?.code}`);
  }
  const countsOf = (counts: Counts, change: (sku: string, before: number, wanted: number) => number) =>
    Object.fromEntries([
      ...Object.entries(counts),
      ...surplus.map(({ sku, quantity }) => [sku, change(sku, counts[sku] ?? 0, quantity)] as const),
    ]);
  const stay = [...left.values()].reduce((sum, count) => sum + count, 0);
  const wanted = surplus.reduce((sum, { quantity }) => sum + quantity, 0);
  return accepted({
    issued: countsOf(issued, (sku, before, quantity) => before - quantity + (left.get(sku) ?? 0)),
    used: countsOf(used, (sku, before) => before + (left.get(sku) ?? 0)),
    details: { voided: wanted - stay, ...(stay > 0 ? { used: stay } : {}) },
  });
}

/** As many unused codes as are wanted back, taken off what is wanted. */
function takeOut(
  codes: readonly OrderedCode[],
  skuOf: ReadonlyMap<number, string>,
  left: Map<string, number>,
): OrderedCode[] {
  return codes.filter(({ state, lineNo }) => {
    const sku = skuOf.get(lineNo) ?? "";
    const wanted = left.get(sku) ?? 0;
    if (state !== "sold" || wanted === 0) {
      return false;
    }
    left.set(sku, wanted - 1);
    return true;
  });
}
