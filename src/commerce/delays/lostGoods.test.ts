import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type GoodsShop, goodsShop } from "../../../test/support/goodsShop.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { sendMissedAgain } from "../../platform/index.ts";

type Row = Record<string, unknown>;

describe("goods that nobody follows, or that nobody gets", () => {
  let shop: GoodsShop;
  before(async () => {
    shop = await goodsShop();
  });
  after(async () => {
    deepEqual(await invariantSweep(shop.app.database), []);
    await shop.app.stop();
  });

  const EMAIL = "eve@example.com";
  const rowsOf = async (route: string) => (await shop.ask("manager", route)).data as Row[];
  const sweep = async () => {
    const sent = await sendMissedAgain(shop.app.platform);
    await shop.settle();
    return sent;
  };

  /** What an act writes of a supplier's order, and nothing that follows from it: its jobs were lost. */
  const write = (set: string) =>
    ownerQuery(shop.app.database, `update commerce.supplier_order set ${set}, version = version + 1`, []);

  test("what a supplier said and sent reaches its buyer also when the jobs of it were lost", async () => {
    const id = await shop.buy(EMAIL, { "G-LENS": 2 });
    await shop.app.moveTo("2026-06-10T18:00:00Z");
    await shop.settle();
    equal(await sweep(), 0);

    await write(
      "state = 'late', expected_on = '2026-07-01', answers = 1, answered_by = 'x', " +
        "answered_at = '2026-06-10T16:00:00Z'",
    );
    deepEqual([await sweep(), await sweep()], [1, 0]);
    const { delays } = await shop.ask(`owner ${EMAIL}`, `GET /v1/orders/${id}/delivery`);
    deepEqual(
      (delays as Row[]).map(({ state, expectedOn }) => [state, expectedOn]),
      [["told", "2026-07-01"]],
    );

    await write("state = 'arrived', arrived_at = '2026-06-10T16:30:00Z'");
    deepEqual([await sweep(), await sweep()], [1, 0]);
    deepEqual(
      (await rowsOf(`GET /v1/parcels?order=${id}`)).map(({ state }) => state),
      ["booked"],
    );
  });

  test("a parcel that is lost is paid back with its delivery, for nothing came", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 }, "Eve [lost]");
    const [parcel] = await rowsOf(`GET /v1/parcels?order=${id}&state=booked`);
    await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/hand-over`);
    await shop.app.moveTo("2026-06-22T12:00:00Z");
    await shop.settle();
    await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/settlement`, { how: "paid_back" });
    await shop.settle();
    const { totals, state } = await shop.ask("manager", `GET /v1/orders/${id}`);
    const refunds = (await rowsOf("GET /v1/refunds")).filter(({ subject }) => subject === id);
    deepEqual(
      [state, refunds.map(({ amount }) => amount)],
      ["cancelled", [(totals as Row).gross]],
      "all that was paid, delivery with it",
    );
    equal(((totals as Row).gross as { amount: number }).amount, 2_480 + 500);
  });
});
