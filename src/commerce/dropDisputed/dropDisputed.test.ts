import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type GoodsShop, goodsShop } from "../../../test/support/goodsShop.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";

type Row = Record<string, unknown>;
const EMAIL = "eve@example.com";

describe("goods whose payment is disputed", () => {
  let shop: GoodsShop;
  before(async () => {
    shop = await goodsShop();
  });
  after(async () => {
    deepEqual(await invariantSweep(shop.app.database), []);
    await shop.app.stop();
  });

  const rowsOf = async (route: string) => (await shop.ask("manager", route)).data as Row[];
  const answerBy = "2026-07-01T00:00:00Z";
  const dispute = async (id: string, amount: number) => {
    const { charge } = await shop.ask("manager", `GET /v1/orders/${id}`);
    const told = {
      charge: (charge as Row).id,
      amount: { amount, currency: "EUR" },
      reason: "fraudulent",
      answerBy,
    };
    const opened = await shop.ask("manager", "POST /v1/disputes", { ...told, providerRef: `dp ${id}` }, 201);
    await shop.settle();
    return String(opened.id);
  };
  const end = async (id: string, outcome: "won" | "lost") => {
    await shop.ask("manager", `POST /v1/disputes/${id}/outcome`, { outcome });
    await shop.settle();
  };
  const totalOf = async (id: string) =>
    ((await shop.ask("manager", `GET /v1/orders/${id}`)).totals as { gross: { amount: number } }).gross
      .amount;

  test("do not leave, and say so and since when; won, they leave", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 });
    const opened = await dispute(id, await totalOf(id));
    const [parcel] = await rowsOf(`GET /v1/parcels?order=${id}`);
    const since = "2026-06-10T09:00:00Z";
    deepEqual(parcel?.waits, { reason: "payment_disputed", since, answerBy });
    const refused = await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/hand-over`, {}, 409);
    equal(refused.code, "payment_of_order_disputed");
    match(String(refused.detail), /taken the payment back/);
    await end(opened, "won");
    equal((await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/hand-over`)).waits, null);
  });

  test("are cancelled with what suppliers were to send when it is lost; nothing is paid twice", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1, "G-LENS": 2 });
    const stock = [await shop.stockOf("G-BAG"), await shop.stockOf("G-LENS")];
    await end(await dispute(id, await totalOf(id)), "lost");
    const order = await shop.ask("manager", `GET /v1/orders/${id}`);
    deepEqual(
      [order.state, (order.lines as Row[]).map(({ cancelled }) => cancelled)],
      ["cancelled", (order.lines as Row[]).map(({ quantity }) => quantity)],
    );
    const [parcel] = await rowsOf(`GET /v1/parcels?order=${id}`);
    deepEqual([parcel?.state, parcel?.waits], ["cancelled", null]);
    const [gathering] = await rowsOf("GET /v1/supplier-orders?state=gathering");
    equal(gathering?.pieces, 0);
    deepEqual(
      [await shop.stockOf("G-BAG"), await shop.stockOf("G-LENS")],
      [(stock[0] ?? 0) + 1, (stock[1] ?? 0) + 2],
    );
    deepEqual(
      (await rowsOf("GET /v1/refunds")).filter(({ subject }) => subject === id),
      [],
    );
  });

  test("of which a part was taken back are cancelled, and the rest is paid back", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 });
    const total = await totalOf(id);
    await end(await dispute(id, 1_000), "lost");
    const [refund] = (await rowsOf("GET /v1/refunds")).filter(({ subject }) => subject === id);
    deepEqual(refund?.amount, { amount: total - 1_000, currency: "EUR" });
    equal((await shop.ask("manager", `GET /v1/orders/${id}`)).state, "cancelled");
  });

  test("that have left stay what they are", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 });
    const [parcel] = await rowsOf(`GET /v1/parcels?order=${id}`);
    await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/hand-over`);
    await end(await dispute(id, await totalOf(id)), "lost");
    equal((await shop.ask("staff", `GET /v1/parcels/${parcel?.id}`)).state, "handed_over");
    equal((await shop.ask("manager", `GET /v1/orders/${id}`)).state, "paid");
  });
});
