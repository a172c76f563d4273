import type { Tx } from "../../platform/index.ts";
import { LAPSES_AFTER, ORDER_LAPSES } from "../lapseOrder.ts";
import type { Order } from "../order.ts";
import { insertOrder } from "../store.ts";
import type { PricedOrder } from "./decidePlaceOrder.ts";

/** What is known of an order beside its prices. */
export interface OrderToSave extends PricedOrder {
  readonly programme: string;
  readonly buyerId: string;
  readonly buyer: { readonly country: string; readonly vatId?: string; readonly state?: string };
  readonly withdrawalShown: boolean;
}

/** Writes a new order with its lines and its event. */
export async function saveOrder(tx: Tx, orderId: string, priced: OrderToSave): Promise<Order> {
  const order = orderOf(tx, orderId, priced);
  const { lines, netMinor, grossMinor, currency, region } = order;
  const sold = lines.map(({ no, sku, quantity }) => ({ no, sku, quantity }));
  const total = { netMinor, grossMinor, currency };
  const { withdrawalShown } = order;
  tx.record(orderId, [{ type: "OrderPlaced", region, lines: sold, total, withdrawalShown }]);
  tx.schedule(orderId, ORDER_LAPSES, "order", tx.at.add(LAPSES_AFTER));
  await insertOrder(tx, JSON.stringify({ ...order, lines: undefined }), JSON.stringify(lines));
  return order;
}

function orderOf(tx: Tx, orderId: string, priced: OrderToSave): Order {
  const { buyerId, buyer, programme, region, currency, netMinor, grossMinor } = priced;
  return {
    ...{ orderId, buyerId, placedBy: tx.caller.id, country: buyer.country, vatId: buyer.vatId ?? null },
    ...{ resellerId: null, customerGroup: "retail", purchaseOrder: null },
    ...{ buyerState: buyer.state ?? null, withdrawalShown: priced.withdrawalShown },
    ...{ programme, region, currency, netMinor, grossMinor, promisedOn: priced.promisedOn },
    ...{ delivery: "email", pickupPoint: null, deliveryNetMinor: 0, deliveryGrossMinor: 0 },
    ...{ deliveryTaxKind: null, deliveryTaxRateBasisPoints: null },
    ...{ state: "placed", placedAt: tx.at, paidAt: null, deliveredAt: null },
    lines: priced.lines.map(({ product, quantity, unit }, index) => ({
      no: index + 1,
      sku: product.sku,
      name: product.name,
      soldAs: "code",
      plan: product.plan,
      models: product.models,
      quantity,
      unitNetMinor: unit.net.amount,
      unitGrossMinor: unit.gross.amount,
      taxKind: unit.taxKind,
      taxRateBasisPoints: unit.taxRateBasisPoints,
      promisedOn: priced.promisedOn.toString(),
    })),
  };
}
