import { equal } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { type GoodsShop, goodsShop } from "../../support/goodsShop.ts";
import { invariantSweep } from "../../support/invariantSweep.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { type ServedMoney, serveMoney } from "../money/servedMoney.ts";

const LOOKS = 6_000;
const BETWEEN_LOOKS_MS = 20;
const POINTS = ["before_call", "call_noted", "called", "saved", "recorded"];
const BUYER = "owner ada@example.com";

/** What is left of each order after its kill. */
export interface SentOnce {
  readonly orders: readonly { readonly booked: number; readonly told: number; readonly posted: number }[];
  /** Of each parcel that was cancelled: whether its carrier knows, and how often it was told of. */
  readonly cancelled: readonly { readonly givenUp: boolean; readonly told: number }[];
  readonly violations: readonly object[];
}

/**
 * Kills a server at each point while a parcel is booked with its carrier, and while it is handed over;
 * another one makes it good. The first of them is handed over by asking again.
 */
export async function killParcels(): Promise<SentOnce> {
  const shop = await goodsShop();
  await shop.settle();
  await shop.app.platform.jobs.stop();
  for (const point of POINTS) {
    const dies = await serveMoney(shop.app, { point: `parcel_${point}:1` });
    await buy(dies);
    equal(await dies.died(), "SIGKILL", `it came to parcel_${point}`);
    const lives = await serveMoney(shop.app);
    if (point === POINTS[0]) {
      // One more, which leaves: then as many as there are points have not left.
      await buy(lives);
    }
    await until(shop, ALL_BOOKED, `a parcel was never booked after parcel_${point}`);
    await lives.stop();
  }
  const [first] = await ownerQuery<{ id: string }>(
    shop.app.database,
    "select 'pcl_' || order_id || '_' || no as id from commerce.parcel order by order_id, no",
  );
  await handOver(shop, String(first?.id));
  const orders = await ownerQuery<SentOnce["orders"][number]>(
    shop.app.database,
    `select (select count(*)::integer from commerce.test_parcel
              where starts_with(key, 'pcl_' || p.order_id || '_')) as booked,
            (select count(*)::integer from platform.event as e
              where e.root_id = p.order_id and e.type = 'ParcelHandedOver') as told,
            (select count(distinct posting.source)::integer from money.posting
              where posting.root_id = p.order_id and posting.source like 'parcel/%') as posted
       from commerce.parcel as p order by p.order_id`,
  );
  const cancelled = await cancelKilled(shop);
  const violations = await invariantSweep(shop.app.database);
  await shop.app.stop();
  return { orders: orders.map((row) => ({ ...row })), cancelled, violations };
}

/** Kills a server at each point while a booking is given up: the parcels that have not left, in turn. */
async function cancelKilled(shop: GoodsShop): Promise<SentOnce["cancelled"]> {
  const open = await ownerQuery<{ id: string }>(
    shop.app.database,
    "select 'ord_' || order_id as id from commerce.parcel where state = 'booked' order by order_id",
  );
  for (const [place, point] of POINTS.entries()) {
    const dies = await serveMoney(shop.app, { point: `parcel_cancel_${point}:1` });
    await dies.call(BUYER, `POST /v1/orders/${open[place]?.id}/cancellation`, {});
    equal(await dies.died(), "SIGKILL", `it came to parcel_cancel_${point}`);
    const lives = await serveMoney(shop.app);
    await until(shop, ALL_GIVEN_UP, `a booking was never given up after parcel_cancel_${point}`);
    await lives.stop();
  }
  const rows = await ownerQuery<SentOnce["cancelled"][number]>(
    shop.app.database,
    `select booked.cancelled_at is not null as "givenUp",
            (select count(*)::integer from platform.event as e
              where e.root_id = p.order_id and e.type = 'ParcelBookingCancelled') as told
       from commerce.parcel as p
       join commerce.test_parcel as booked on booked.tracking = p.tracking
      where p.state = 'cancelled' order by p.order_id`,
  );
  return rows.map((row) => ({ ...row }));
}

async function buy(server: ServedMoney): Promise<void> {
  const placed = await server.call(BUYER, "POST /v1/orders", {
    lines: [{ sku: "G-BAG", quantity: 1 }],
    buyer: { email: "ada@example.com", name: "Ada Buyer", country: "EE" },
    delivery: { option: "pickup", pickupPoint: "ee-tartu-1" },
  });
  equal(placed?.status, 201, JSON.stringify(placed?.body));
  await server.call(BUYER, `POST /v1/orders/${placed?.body.id}/payment`, { method: "test_success" });
}

/** Dies with the parcel in hand, so that it has not left; then it leaves, and not a second time. */
async function handOver(shop: GoodsShop, id: string): Promise<void> {
  const route = `POST /v1/parcels/${id}/hand-over`;
  const dies = await serveMoney(shop.app, { point: "parcel_handed_over:1" });
  equal(await dies.call("staff", route, {}), undefined);
  equal(await dies.died(), "SIGKILL");
  await shop.ask("staff", route, {});
  equal((await shop.ask("staff", route, {}, 409)).code, "parcel_left");
}

const ALL_BOOKED = `
  select count(*)::integer as open from commerce.order as o
   where not exists (select from commerce.parcel as p
                      where p.order_id = o.order_id and p.state = 'booked')`;
const ALL_GIVEN_UP = `
  select count(*)::integer as open from commerce.parcel as p
   where p.state = 'cancelled'
     and not exists (select from platform.event as e
                      where e.root_id = p.order_id and e.type = 'ParcelBookingCancelled')`;

/** Looks until nothing is open any more. */
async function until({ app }: GoodsShop, query: string, otherwise: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const [found] = await ownerQuery<{ open: number }>(app.database, query);
    if (found?.open === 0) {
      return;
    }
    await setTimeout(BETWEEN_LOOKS_MS);
  }
  throw new Error(otherwise);
}
