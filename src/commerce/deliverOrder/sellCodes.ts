import assert from "node:assert/strict";
import { type CodesWanted, heldLines, sellHeldCodes } from "../../contracts/index.ts";
import type { Tx } from "../../platform/index.ts";
import { deliveryHoursOf } from "../deliveryHoursStore.ts";
import { CODES_WAIT, nextOpening } from "../nextOpening.ts";
import { type CodeLine, codeLines, type Order } from "../order.ts";
import { purchaseOf } from "../purchaseOf.ts";
import { keepCodesBack, type PaidOrder } from "../store.ts";

/** What is sold of an order: codes that are still to be made, and when they are handed out if not at once. */
export interface CodesSold {
  readonly toMint: readonly CodesWanted[];
  readonly opensAt: Temporal.Instant | undefined;
}

/**
 * Sells the codes of a paid order: what its lines hold of batches; new ones for the others are answered, for
 * whoever makes those of several orders. They are handed out at once, or kept for a reseller until it opens.
 */
export async function sellCodes(tx: Tx, order: PaidOrder): Promise<CodesSold> {
  const lines = codeLines(order);
  if (lines.length === 0) {
    return { toMint: [], opensAt: undefined };
  }
  const [held, opensAt] = await Promise.all([
    order.holdsCodes ? heldLines(tx, order.orderId) : [],
    openingFor(tx, order),
  ]);
  const ofBatches = new Set(held.map(({ lineNo }) => lineNo));
  const wanted = lines.map((line) => codesOf(tx, order, line, opensAt));
  for (const line of wanted.filter(({ lineNo }) => ofBatches.has(lineNo))) {
    await sellHeldCodes(tx, line);
  }
  if (opensAt !== undefined) {
    await keepCodesBack(tx, order.orderId);
    tx.schedule(order.orderId, CODES_WAIT, "codes", opensAt);
  }
  return { toMint: wanted.filter(({ lineNo }) => !ofBatches.has(lineNo)), opensAt };
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
): CodesWanted {
  const { orderId, programme, region } = order;
  assert(programme !== null && region !== null, "codes are of a programme, for a region");
  return {
    ...{ orderId, lineNo, region, count, at: tx.at },
    product: { sku, programme, plan, models },
    deliveredAt: opensAt === undefined ? tx.at : null,
    purchase: purchaseOf(order),
  };
}
