import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type GoodsShop, goodsShop } from "../../../test/support/goodsShop.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";

import { takeUpGoods } from "./index.ts";

type Row = Record<string, unknown>;
const EMAIL = "eve@example.com";

describe("a refund of goods that is declined", () => {
  let shop: GoodsShop;
  before(async () => {
    shop = await goodsShop({ settings: { refundLimit: "10.00 EUR" } });
  });
  after(async () => {
    deepEqual(await invariantSweep(shop.app.database), []);
    await shop.app.stop();
  });

  const rowsOf = async (route: string) => (await shop.ask("manager", route)).data as Row[];
  const orderNow = async (id: string) => await shop.ask("manager", `GET /v1/orders/${id}`);
  const decline = async (id: string) => {
    const [refund] = (await rowsOf("GET /v1/refunds?state=requested")).filter((one) => one.subject === id);
    const body = { decision: "decline", reason: "its parcel is on its way" };
    await shop.ask("manager", `POST /v1/refunds/${refund?.id}/approval`, body);
    await shop.settle();
    return Number(String(refund?.id).split("_").at(-1));
  };
  const cancelledOf = async (id: string) =>
    ((await orderNow(id)).lines as Row[]).map(({ cancelled }) => cancelled);

  test("wants the pieces again, once, and its order is open again", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 2, "G-LENS": 1 });
    const before = [await shop.stockOf("G-BAG"), await shop.stockOf("G-LENS")];
    await shop.ask(`owner ${EMAIL}`, `POST /v1/orders/${id}/cancellation`, {});
    await shop.settle();
    equal((await orderNow(id)).state, "cancelled");
    const refundNo = await decline(id);
    await takeUpGoods.run(shop.app.platform, { orderId: id.replace("ord_", ""), refundNo });
    equal((await orderNow(id)).state, "paid");
    deepEqual(await cancelledOf(id), [0, 0]);
    deepEqual([await shop.stockOf("G-BAG"), await shop.stockOf("G-LENS")], before);
    const parcels = await rowsOf(`GET /v1/parcels?order=${id}`);
    deepEqual(
      parcels.map(({ state }) => state),
      ["cancelled", "booked"],
    );
    const [gathered] = await rowsOf("GET /v1/supplier-orders?state=gathering");
    equal(gathered?.pieces, 1);
    await shop.ask("staff", `POST /v1/parcels/${parcels[1]?.id}/hand-over`);
  });

  test("of a lost parcel leaves it to a person again", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 }, "Eve [lost]");
    const [parcel] = await rowsOf(`GET /v1/parcels?order=${id}`);
    await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/hand-over`);
    await shop.app.moveTo("2026-06-22T12:00:00Z");
    await shop.settle();
    await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/settlement`, { how: "paid_back" });
    equal((await orderNow(id)).state, "cancelled");
    await decline(id);
    equal((await orderNow(id)).state, "paid");
    deepEqual(await cancelledOf(id), [0]);
    equal((await shop.ask("staff", `GET /v1/parcels/${parcel?.id}`)).settled, null);
    const sent = await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/settlement`, { how: "sent_again" });
    equal(sent.settled, "sent_again");
    await shop.settle();
  });
});
