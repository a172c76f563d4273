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
    await allBooked(shop, point);
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
  const violations = await invariantSweep(shop.app.database);
  await shop.app.stop();
  return { orders: orders.map((row) => ({ ...row })), violations };
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

async function allBooked({ app }: GoodsShop, point: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const [orders] = await ownerQuery<{ open: number }>(
      app.database,
      `select count(*)::integer as open from commerce.order as o
        where not exists (select from commerce.parcel as p
                           where p.order_id = o.order_id and p.state = 'booked')`,
    );
    if (orders?.open === 0) {
      return;
    }
    await setTimeout(BETWEEN_LOOKS_MS);
  }
  throw new Error(`a parcel was never booked after parcel_${point}`);
}
