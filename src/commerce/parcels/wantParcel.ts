import type { Tx } from "../../platform/index.ts";
import { ownCarrier } from "../carriers/index.ts";
import type { Order } from "../order.ts";
import { startBooking } from "./booking.ts";
import { insertParcel } from "./parcelStore.ts";

/** What a parcel is made of, and why. */
export interface ParcelWanted {
  readonly lines: readonly {
    readonly lineNo: number;
    readonly quantity: number;
    readonly weightGrams: number;
  }[];
  readonly supplierOrderId?: string;
  /** It is sent in place of that one. */
  readonly insteadOfNo?: number;
}

/** A parcel without a weight of its own is asked for as the lightest. */
const LEAST_GRAMS = 100;

/** Wants a parcel on an order the caller has locked, and begins to book it. */
export async function wantParcel(
  tx: Tx,
  order: Pick<Order, "orderId" | "country" | "delivery" | "pickupPoint">,
  { lines, supplierOrderId, insteadOfNo }: ParcelWanted,
): Promise<number> {
  const { orderId, country, delivery, pickupPoint } = order;
  const grams = lines.reduce((sum, { quantity, weightGrams }) => sum + quantity * weightGrams, 0);
  const way = delivery === "pickup" ? "pickup" : "home";
  const parts = lines.map(({ lineNo, quantity }) => ({ lineNo, quantity }));
  const { no } = await insertParcel(
    tx,
    ...[orderId, ownCarrier.name, way, pickupPoint, country, Math.max(LEAST_GRAMS, grams)],
    ...[supplierOrderId ?? null, tx.at, JSON.stringify(parts), insteadOfNo ?? null],
  );
  tx.record(orderId, [{ type: "ParcelWanted", parcelNo: no, lines: parts }]);
  await startBooking(tx, orderId, no);
  return no;
}
