import assert from "node:assert/strict";
import type { Asker } from "../catalogue/index.ts";
import { codeLines, orderOf, saleOf } from "../commerce/index.ts";
import { openCodesOf, sealedCodesOf } from "../contracts/index.ts";
import { linkFor } from "../identity/index.ts";
import { publicId } from "../platform/index.ts";
import { printMoney } from "../terms/index.ts";
import type { Addressed } from "./mailing.ts";
import { shopCodesLetter } from "./shopLetters.ts";
import { orderCancelled } from "./templates/orderCancelled.ts";
import { orderDelivered } from "./templates/orderDelivered.ts";

/** The letter with the codes, to the buyer; where a shop elsewhere sold them, to its own customer alone. */
export async function orderDeliveredLetter(db: Asker, orderId: string): Promise<Addressed> {
  const [order, sealed] = await Promise.all([orderOf(db, orderId), sealedCodesOf(db, orderId)]);
  assert(order !== undefined, "an order that was delivered is there");
  // A shop elsewhere buys as the reseller whose it is.
  const sale = order.resellerId === null ? undefined : await saleOf(db, orderId);
  const codes = openCodesOf(db.platform, sealed);
  if (sale !== undefined && sale.customerId !== null) {
    return shopCodesLetter(db.platform, { order, codes, shop: sale.domain, personId: sale.customerId });
  }
  const { publicUrl } = db.platform.config;
  const id = publicId("ord", orderId);
  const letter = orderDelivered({
    orderId: id,
    total: printMoney(order.grossMinor, order.currency),
    region: order.region ?? "",
    lines: codeLines(order).map(({ no, name }) => ({
      name,
      codes: codes.filter(({ lineNo }) => lineNo === no).map(({ code }) => code),
    })),
    activateUrl: `${publicUrl}/activate`,
    orderUrl: `${publicUrl}/open/${linkFor(db.platform, "order", id)}`,
  });
  return { personId: order.buyerId, letter };
}

/** To the buyer of an order that the office cancelled; undefined where somebody else did. */
export async function orderCancelledLetter(
  db: Asker,
  orderId: string,
  { by }: Readonly<Record<string, unknown>>,
): Promise<Addressed | undefined> {
  const order = by === "office" ? await orderOf(db, orderId) : undefined;
  if (order === undefined) {
    return undefined;
  }
  const id = publicId("ord", orderId);
  const letter = orderCancelled({
    orderId: id,
    total: printMoney(order.grossMinor, order.currency),
    lines: order.lines.map(({ name, quantity }) => ({ name, pieces: quantity })),
    orderUrl: `${db.platform.config.publicUrl}/open/${linkFor(db.platform, "order", id)}`,
  });
  return { personId: order.buyerId, letter };
}
