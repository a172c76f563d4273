import assert from "node:assert/strict";
import { heldLines, mintCodes, sellHeldCodes } from "../../contracts/index.ts";
import type { Tx } from "../../platform/index.ts";
import { deliveryHoursOf } from "../deliveryHoursStore.ts";
import { CODES_WAIT, nextOpening } from "../nextOpening.ts";
import { type CodeLine, codeLines, type Order } from "../order.ts";
import { purchaseOf } from "../purchaseOf.ts";
import { keepCodesBack, type PaidOrder } from "../store.ts";

/**
 * Sells the codes of a paid order: what its lines hold of batches, and new ones for the others. They are
 * handed out at once, or kept for a reseller until it opens: then that instant is answered.
 */
export async function sellCodes(tx: Tx, order: PaidOrder): Promise<Temporal.Instant | undefined> {
  const lines = codeLines(order);
  if (lines.length === 0) {
    return undefined;
  }
  const [held, opensAt] = await Promise.all([
    order.holdsCodes ? heldLines(tx, order.orderId) : [],
    openingFor(tx, order),
  ]);
  const ofBatches = new Set(held.map(({ lineNo }) => lineNo));
  const wanted = lines.map((line) => codesOf(tx, order, line, opensAt));
  await Promise.all(wanted.filter(({ lineNo }) => !ofBatches.has(lineNo)).map((line) => mintCodes(tx, line)));
  for (const line of wanted.filter(({ lineNo }) => ofBatches.has(lineNo))) {
    await sellHeldCodes(tx, line);
  }
  if (opensAt !== undefined) {
    await keepCodesBack(tx, order.orderId);
    tx.schedule(order.orderId, CODES_WAIT, "codes", opensAt);
  }
  return opensAt;
}

async function openingFor(tx: Tx, { resellerId }: Order): Promise<Temporal.Instant | undefined> {
  const found = resellerId === null ? undefined : await deliveryHoursOf(tx, resellerId);
  const hours = found?.hours ?? null;
  const opensAt = hours === null ? tx.at : nextOpening(hours, tx.at);
  return opensAt.equals(tx.at) ? undefined : opensAt;
}

function codesOf(
  tx: Tx,
  order: Order,
  { sku, plan, models, quantity: count, no: lineNo }: CodeLine,
  opensAt: Temporal.Instant | undefined,
): Parameters<typeof mintCodes>[1] {
  const { orderId, programme, region } = order;
  assert(programme !== null && region !== null, "codes are of a programme, for a region");
  return {
    ...{ orderId, lineNo, region, count, at: tx.at },
    product: { sku, programme, plan, models },
    deliveredAt: opensAt === undefined ? tx.at : null,
    purchase: purchaseOf(order),
  };
}
