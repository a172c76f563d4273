import type { Tx } from "../../platform/index.ts";
import type { PricedLine } from "../carts/index.ts";
import type { Information } from "../information/index.ts";
import { LAPSES_AFTER, ORDER_LAPSES } from "../lapseOrder.ts";
import type { Order, OrderLine } from "../order.ts";
import { insertOrder } from "../store.ts";
import type { OrderTax } from "../taxes/index.ts";
import type { PricedOrder } from "./decidePlaceOrder.ts";

/** What is known of an order beside its prices. */
export interface OrderTold {
  readonly buyerId: string;
  readonly country: string;
  readonly vatId: string | null;
  readonly buyerState: string | null;
  readonly withdrawalShown: boolean;
  readonly resellerId: string | null;
  readonly customerGroup: string;
  readonly purchaseOrder: string | null;
  readonly pickupPoint: string | null;
  /** Of what the buyer was told before paying. */
  readonly informationDigest: string;
}

/** What a new order is written with. */
interface Saved {
  readonly told: OrderTold;
  readonly tax: OrderTax;
  /** What its buyer was told, kept once for each text there is. */
  readonly information: Pick<Information, "digest" | "language" | "text">;
}

/** Writes a new order with its lines, what its buyer was told, and its event. */
export async function saveOrder(
  tx: Tx,
  orderId: string,
  priced: PricedOrder,
  { told, tax, information }: Saved,
): Promise<Order> {
  const order = orderOf(tx, orderId, priced, { told, tax });
  const { lines, netMinor, grossMinor, currency, region, withdrawalShown, informationDigest } = order;
  const sold = lines.map(({ no, sku, quantity }) => ({ no, sku, quantity }));
  const total = { netMinor, grossMinor, currency };
  tx.record(orderId, [
    { type: "OrderPlaced", region, lines: sold, total, withdrawalShown, informationDigest },
  ]);
  tx.schedule(orderId, ORDER_LAPSES, "order", tx.at.add(LAPSES_AFTER));
  const { digest, language, text } = information;
  const shown = [digest, language, text, tx.at];
  await insertOrder(tx, JSON.stringify({ ...order, lines: undefined }), JSON.stringify(lines), ...shown);
  return order;
}

function orderOf(
  tx: Tx,
  orderId: string,
  { programme = null, region = null, currency, netMinor, grossMinor, promisedOn, lines, chosen }: Nullable,
  { told, tax }: Pick<Saved, "told" | "tax">,
): Order {
  return {
    ...{ orderId, placedBy: tx.caller.id, ...told },
    ...{ taxTreatment: tax.treatment, vatProof: tax.vatProof },
    ...{ programme, region, currency, netMinor, grossMinor, promisedOn },
    delivery: chosen?.option ?? "email",
    deliveryNetMinor: chosen?.price.net.amount ?? 0,
    deliveryGrossMinor: chosen?.price.gross.amount ?? 0,
    deliveryTaxKind: chosen?.price.taxKind ?? null,
    deliveryTaxRateBasisPoints: chosen?.price.taxRateBasisPoints ?? null,
    ...{ state: "placed", placedAt: tx.at, paidAt: null, deliveredAt: null, cancelledAt: null },
    lines: lines.map((line, index) => lineOf(line, index + 1)),
  };
}

type Nullable = Omit<PricedOrder, "programme" | "region"> & {
  readonly programme?: string | null | undefined;
  readonly region?: string | null | undefined;
};

function lineOf({ product, quantity, unit, promisedOn }: PricedLine, no: number): OrderLine {
  const line = {
    ...{ no, sku: product.sku, name: product.name, quantity },
    unitNetMinor: unit.net.amount,
    unitGrossMinor: unit.gross.amount,
    taxKind: unit.taxKind,
    taxRateBasisPoints: unit.taxRateBasisPoints,
    promisedOn: promisedOn.toString(),
  };
  return product.soldAs === "goods"
    ? {
        ...line,
        ...{
          soldAs: "goods",
          plan: null,
          models: [],
          weightGrams: product.weightGrams,
          cancelledQuantity: 0,
        },
      }
    : { ...line, soldAs: "code", plan: product.plan, models: product.models };
}
