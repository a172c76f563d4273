import assert from "node:assert/strict";
import { chargesOf } from "../money/index.ts";
import {
  type Caller,
  failPoint,
  fingerprintOf,
  type Performed,
  type Platform,
  Problem,
  perform,
  publicId,
  systemCaller,
  type Tx,
  transact,
} from "../platform/index.ts";
import { payOrder } from "./payOrder/payOrder.ts";
import { placeOrder } from "./placeOrder/placeOrder.ts";
import { resellerOf } from "./resellers/resellerStore.ts";
import { isOutside } from "./shops/isOutside.ts";
import { addDetails, lockShopOrder, type ShopPlan, settleMessages } from "./shops/messageStore.ts";
import type { Shop } from "./shops/shop.ts";
import type { MessageDetails, MessageOutcome } from "./shops/shopMessage.ts";
import { type ShopOrderKey, save } from "./shops/shopOrder.ts";
import { insertSale } from "./shops/shopStore.ts";
import { orderIdOf } from "./sight.ts";
import { orderOf } from "./store.ts";

/** What trying again would not mend: wrong fields, nobody's right. */
const WRONG: ReadonlySet<number> = new Set([400, 403, 404]);

/**
 * Places and pays the order that was planned: each step is kept before the next, and none happens twice,
 * because the order is placed under a key that the plan makes. `waits` when a person has to look.
 */
export async function placeForShop(
  platform: Platform,
  shop: Shop,
  key: ShopOrderKey,
  plan: ShopPlan,
): Promise<"done" | "waits"> {
  failPoint(platform, "shop_order_planned");
  if (plan.orderId === null && (await isOutside(platform, shop, plan))) {
    const { country } = plan;
    await giveUp(platform, key, plan.no, "country_outside", country === undefined ? {} : { country });
    return "waits";
  }
  const placed = plan.orderId ?? (await place(platform, shop, key, plan));
  if (typeof placed !== "string") {
    await giveUp(platform, key, plan.no, "order_refused", placed);
    return "waits";
  }
  failPoint(platform, "shop_order_placed");
  const order = await orderOf(platform.database, placed);
  assert(order !== undefined, "an order that was placed is there");
  if (order.state === "cancelled") {
    await transact(platform, systemCaller, (tx) => drop(tx, key, plan.no));
    return "done";
  }
  if (!(await isPaid(platform, placed))) {
    const said = await pay(platform, shop, placed);
    failPoint(platform, "shop_order_paid");
    if (!(await isPaid(platform, placed))) {
      await wait(platform, key, "payment_missing", { ...said, orders: [publicId("ord", placed)] });
      return "waits";
    }
  }
  await transact(platform, systemCaller, (tx) => finish(tx, key, plan.no, placed));
  return "done";
}

/** The shop buys as its reseller does. */
function callerOf({ shopId, resellerId }: Shop): Caller {
  return { role: "reseller", id: `shop:${shopId}`, reseller: { id: resellerId, teamRole: "buyer" } };
}

/** Our order, written down with the plan; or what was refused. */
async function place(
  platform: Platform,
  shop: Shop,
  key: ShopOrderKey,
  plan: ShopPlan,
): Promise<string | MessageDetails> {
  const reseller = await resellerOf(platform.database, shop.resellerId);
  assert(reseller !== undefined, "resellers are not deleted");
  const { name, email, country, vatId } = reseller;
  const command = {
    lines: plan.lines.map(({ sku, quantity }) => ({ sku, quantity })),
    buyer: { name, email, country, ...(vatId === null ? {} : { vatId }) },
    delivery: { option: "email" as const },
  };
  const named = `shop ${key.shopOrder} ${plan.no}`;
  // What is ordered stands in the plan, so the key says it all: a price that changed is no other request.
  const once = { key: { key: named, fingerprint: fingerprintOf(named, {}, plan.lines) } };
  const said = await askedOf(perform(platform, callerOf(shop), placeOrder, command, once));
  if ("refusal" in said) {
    return said;
  }
  const orderId = orderIdOf(said.reply.id);
  await transact(platform, systemCaller, async (tx) => {
    const known = await lockShopOrder(tx, key.shopId, key.shopOrder);
    if (known?.plan?.no === plan.no) {
      await insertSale(tx, orderId, key.shopId, key.shopOrder, known.customerId);
      await save(tx, key, { ...known, plan: { ...plan, orderId } });
    }
  });
  return orderId;
}

async function isPaid(platform: Platform, orderId: string): Promise<boolean> {
  return (await chargesOf(platform.database, orderId)).at(-1)?.state === "captured";
}

async function pay(platform: Platform, shop: Shop, orderId: string): Promise<MessageDetails> {
  const command = { id: publicId("ord", orderId), method: shop.method };
  const said = await askedOf(perform(platform, callerOf(shop), payOrder, command));
  return "refusal" in said ? said : {};
}

/** What an act answered; or the code by which it was refused, or what was asked was found wrong. */
async function askedOf<Reply>(
  asked: Promise<Performed<Reply>>,
): Promise<{ reply: Reply } | { refusal: string }> {
  try {
    const { refused, reply } = await asked;
    return refused === undefined ? { reply: reply as Reply } : { refusal: refused.code };
  } catch (error) {
    if (error instanceof Problem && WRONG.has(error.status)) {
      return { refusal: error.faults[0]?.code ?? error.code };
    }
    throw error;
  }
}

/** The plan was carried out: what it ordered was given. */
async function finish(tx: Tx, key: ShopOrderKey, no: number, orderId: string): Promise<void> {
  const known = await lockShopOrder(tx, key.shopId, key.shopOrder);
  if (known?.plan?.no !== no) {
    return;
  }
  const issued: Record<string, number> = { ...known.issued };
  const count = known.plan.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  for (const { sku, quantity } of known.plan.lines) {
    issued[sku] = (issued[sku] ?? 0) + quantity;
  }
  await save(tx, key, { ...known, plan: null, issued });
  const details: MessageDetails = { orders: [publicId("ord", orderId)], ordered: count };
  await addDetails(tx, key.shopId, key.shopOrder, JSON.stringify(details));
}

/** An order that was not placed, or that lapsed, is planned anew by what is wanted then. */
async function drop(tx: Tx, key: ShopOrderKey, no: number): Promise<void> {
  const known = await lockShopOrder(tx, key.shopId, key.shopOrder);
  if (known?.plan?.no === no) {
    await save(tx, key, { ...known, plan: null });
  }
}

async function giveUp(
  platform: Platform,
  key: ShopOrderKey,
  no: number,
  outcome: MessageOutcome,
  details: MessageDetails,
): Promise<void> {
  await transact(platform, systemCaller, (tx) => drop(tx, key, no));
  await wait(platform, key, outcome, details);
}

async function wait(
  platform: Platform,
  { shopId, shopOrder }: ShopOrderKey,
  outcome: MessageOutcome,
  details: MessageDetails,
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    await settleMessages(tx, shopId, shopOrder, "waiting", outcome, JSON.stringify(details), tx.at);
  });
}
