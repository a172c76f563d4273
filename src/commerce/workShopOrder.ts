import assert from "node:assert/strict";
import { createPerson } from "../identity/index.ts";
import { inLanes, type Job, type Platform, systemCaller, type Tx, transact } from "../platform/index.ts";
import { placeForShop } from "./placeForShop.ts";
import {
  addDetails,
  forgetContent,
  lockShopOrder,
  type ShopOrder,
  type ShopPlan,
  settleMessages,
  unreadMessages,
} from "./shops/messageStore.ts";
import { foldTold, hasDeviceBack, nextShopStep } from "./shops/nextShopStep.ts";
import type { ShopTold } from "./shops/readShopMessage.ts";
import type { Shop } from "./shops/shop.ts";
import type { MessageDetails, MessageOutcome } from "./shops/shopMessage.ts";
import { type ShopOrderKey, save } from "./shops/shopOrder.ts";
import { shopAtWork } from "./shops/shopStore.ts";
import { voidSurplus } from "./shops/voidSurplus.ts";

/**
 * Gives a shop's order what it wants and takes back what it does not, as far as it was told by now. Jobs of
 * one order that wait at the same time are one: two that placed it at once would find each other's key in
 * flight, and one of them would be put off.
 */
export const workShopOrder: Job<ShopOrderKey> = {
  name: "work_shop_order",
  run: work,
  runTogether: async (platform, keys) => {
    const faults = new Map<number, unknown>();
    const places = [...keys.keys()];
    const nameOf = ({ shopId, shopOrder }: ShopOrderKey) => `${shopId} ${shopOrder}`;
    const orders = Map.groupBy(places, (place) => nameOf(keys[place] as ShopOrderKey));
    await inLanes(orders.values(), async (ofOrder) => {
      await work(platform, keys[ofOrder[0] as number] as ShopOrderKey).catch((error: unknown) => {
        for (const place of ofOrder) {
          faults.set(place, error);
        }
      });
    });
    return faults;
  },
};

/** An order, a return and the next telling are the most that follow from one message; more is a mistake. */
const MOST_STEPS = 12;

async function work(platform: Platform, key: ShopOrderKey): Promise<void> {
  const shop = await shopAtWork(platform.database, key.shopId);
  assert(shop !== undefined, "shops are not deleted");
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const plan = await transact(platform, systemCaller, (tx) => takeStep(tx, shop, key));
    if (plan === "settled") {
      return;
    }
    if (plan !== "again" && (await placeForShop(platform, shop, key, plan)) === "waits") {
      return;
    }
  }
  throw new Error("a shop's order does not come to rest");
}

/** One step in one transaction: what was told is read, and the difference is planned, or taken back. */
async function takeStep(tx: Tx, shop: Shop, key: ShopOrderKey): Promise<ShopPlan | "again" | "settled"> {
  const { shopId, shopOrder } = key;
  const known = await lockShopOrder(tx, shopId, shopOrder);
  assert(known !== undefined, "the row of a shop's order is made with its first message");
  if (known.plan !== null) {
    return known.plan;
  }
  const read = await readTold(tx, key, known);
  const step = nextShopStep({ ...read, skus: shop.skus });
  switch (step.kind) {
    case "order": {
      const country = read.told?.country;
      const where = country === undefined ? {} : { country };
      const plan = { no: read.orders + 1, lines: step.lines, ...where, orderId: null };
      await save(tx, key, { ...read, plan, orders: plan.no });
      return plan;
    }
    case "void": {
      const deviceReturned = hasDeviceBack({ ...read, skus: shop.skus });
      const { refused, accepted: given } = await voidSurplus(tx, key, read, step.lines, deviceReturned);
      if (refused !== undefined) {
        await save(tx, key, read);
        return await settle(tx, key, "waiting", "refund_refused", { refusal: refused.code });
      }
      await save(tx, key, { ...read, issued: given.issued, used: given.used });
      await addDetails(tx, shopId, shopOrder, JSON.stringify(given.details));
      return "again";
    }
    case "map":
      await save(tx, key, read);
      return await settle(tx, key, "waiting", "sku_unknown", { skus: [...step.skus] });
    case "wait_for_order":
      await save(tx, key, read);
      return await settle(tx, key, "done", "order_not_told", {});
    case "nothing":
      await save(tx, key, read);
      return await settle(tx, key, "done", null, {});
  }
}

/** Folds what is unread into what is known, and forgets it: of its buyer a name and an address are left. */
async function readTold(tx: Tx, key: ShopOrderKey, known: ShopOrder): Promise<ShopOrder> {
  const messages = (await unreadMessages(tx, key.shopId, key.shopOrder)).map(({ content }) => content);
  if (messages.length === 0) {
    return known;
  }
  await forgetContent(tx, key.shopId, key.shopOrder);
  const customerId = known.customerId ?? (await customerOf(tx, messages));
  return { ...messages.reduce(foldTold, known), customerId };
}

async function customerOf(tx: Tx, messages: readonly ShopTold[]): Promise<string | null> {
  const customer = messages.flatMap((one) => (one.kind === "paid" ? (one.customer ?? []) : []))[0];
  return customer === undefined ? null : await createPerson(tx, customer);
}

async function settle(
  tx: Tx,
  { shopId, shopOrder }: ShopOrderKey,
  state: "done" | "waiting",
  outcome: MessageOutcome | null,
  details: MessageDetails,
): Promise<"settled"> {
  await settleMessages(tx, shopId, shopOrder, state, outcome, JSON.stringify(details), tx.at);
  return "settled";
}
