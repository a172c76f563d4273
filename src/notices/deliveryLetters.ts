import assert from "node:assert/strict";
import type { Asker } from "../catalogue/index.ts";
import { delaysOf, orderOf, parcelOf, supplierOrderOf, wantedOf } from "../commerce/index.ts";
import { linkFor } from "../identity/index.ts";
import { publicId } from "../platform/index.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import { recoveryMailings } from "./recoveryLetters.ts";
import { orderLate, parcelSent, supplierOrderSent } from "./templates/parcelSent.ts";

type Body = Readonly<Record<string, unknown>>;

/** The notice of a parcel that left, to its buyer. */
async function parcelSentLetter(db: Asker, orderId: string, body: Body): Promise<Addressed> {
  const [order, parcel] = await Promise.all([orderOf(db, orderId), parcelOf(db, orderId, body.parcelNo)]);
  assert(order !== undefined && parcel !== undefined, "a parcel that left is there, with its order");
  const letter = parcelSent({
    orderId: publicId("ord", orderId),
    carrier: parcel.carrier,
    tracking: parcel.tracking ?? "",
    trackingUrl: parcel.trackingUrl ?? "",
    pickupPoint: parcel.pickupPoint ?? undefined,
    lines: parcel.lines.map(({ name, quantity }) => ({ name, pieces: quantity })),
  });
  return { personId: order.buyerId, letter };
}

/** The choice of a buyer whose goods are late; undefined where it was made, or overtaken, before the mail. */
async function orderLateLetter(db: Asker, orderId: string, body: Body): Promise<Addressed | undefined> {
  const [order, delays] = await Promise.all([orderOf(db, orderId), delaysOf(db, orderId)]);
  assert(order !== undefined, "an order that is late is there");
  const delay = delays.find(({ no }) => no === body.delayNo);
  const lines = (delay?.lines ?? []).filter(({ pieces }) => pieces > 0);
  if (delay?.state !== "told" || lines.length === 0) {
    return undefined;
  }
  const id = publicId("ord", orderId);
  const letter = orderLate({
    orderId: id,
    expectedOn: delay.expectedOn?.toString(),
    lines,
    orderUrl: `${db.platform.config.publicUrl}/open/${linkFor(db.platform, "order", id)}`,
  });
  return { personId: order.buyerId, letter };
}

/** A day's order, to the supplier that is mailed. */
async function supplierOrderLetter(db: Asker, supplierOrderId: string): Promise<Addressed | undefined> {
  const order = await supplierOrderOf(db, supplierOrderId);
  if (order === undefined || order.contactId === null) {
    return undefined;
  }
  const wanted = order.lines.filter((line) => wantedOf(line) > 0);
  const bySku = [...Map.groupBy(wanted, ({ sku }) => sku).values()];
  const letter = supplierOrderSent({
    orderId: publicId("sor", supplierOrderId),
    orderedOn: order.orderedOn.toString(),
    lines: bySku.map((lines) => ({
      key: lines[0]?.supplierKey ?? lines[0]?.sku ?? "",
      name: lines[0]?.name ?? "",
      pieces: lines.reduce((sum, line) => sum + wantedOf(line), 0),
      promisedOn: lines.map(({ promisedOn }) => promisedOn).toSorted()[0] ?? "",
    })),
  });
  return { personId: order.contactId, letter };
}

/** Letters about goods on their way. */
export const deliveryMailings: readonly Mailing[] = [
  { on: "ParcelHandedOver", template: "parcelSent", address: parcelSentLetter },
  { on: "OrderLate", template: "orderLate", address: orderLateLetter },
  { on: "SupplierOrderSent", template: "supplierOrderSent", address: supplierOrderLetter },
  ...recoveryMailings,
];
