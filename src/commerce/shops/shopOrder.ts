import type { Tx } from "../../platform/index.ts";
import { type ShopOrder, saveShopOrder } from "./messageStore.ts";

/** An order of a shop's, by the shop's own number. */
export interface ShopOrderKey {
  readonly shopId: string;
  readonly shopOrder: string;
}

/** Writes down what is known of a shop's order. */
export async function save(tx: Tx, { shopId, shopOrder }: ShopOrderKey, order: ShopOrder): Promise<void> {
  const { told, refunds, issued, used, plan, orders, customerId } = order;
  const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
  const [wanted, given] = [json(told), [json(refunds), json(issued), json(used), json(plan)]];
  await saveShopOrder(tx, shopId, shopOrder, wanted, ...given, orders, customerId);
}
