import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type GoodsShop, goodsShop } from "../../../test/support/goodsShop.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { listMail } from "../../platform/index.ts";

type Row = Record<string, unknown>;
const EMAIL = "eve@example.com";

describe("goods that are cancelled before they leave", () => {
  let shop: GoodsShop;
  before(async () => {
    shop = await goodsShop();
  });
  after(async () => {
    deepEqual(await invariantSweep(shop.app.database), []);
    await shop.app.stop();
  });

  const cancel = async (id: string) => {
    await shop.ask(`owner ${EMAIL}`, `POST /v1/orders/${id}/cancellation`, {});
    await shop.settle();
  };
  const parcelOf = async (id: string) => {
    const { data } = await shop.ask("manager", `GET /v1/parcels?order=${id}`);
    return ((data as Row[])[0] ?? {}) as Row;
  };
  /** What happened with the parcels of an order, in its order. */
  const happened = async (id: string) => {
    const rows = await ownerQuery<{ type: string }>(
      shop.app.database,
      "select type from platform.event where root_id = $1 and type like 'Parcel%' order by seq",
      [id.replace("ord_", "")],
    );
    return rows.map(({ type }) => type.replace("Parcel", ""));
  };
  const atCarrier = async (id: string) =>
    await ownerQuery<Row>(
      shop.app.database,
      `select cancelled_at is not null as "isGivenUp" from commerce.test_parcel
        where starts_with(key, 'pcl_' || $1 || '_')`,
      [id.replace("ord_", "")],
    );

  test("what a carrier has booked is given up there, once", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 });
    await cancel(id);
    deepEqual(await happened(id), ["Wanted", "Booked", "Cancelled", "BookingCancelled"]);
    deepEqual(
      (await atCarrier(id)).map(({ isGivenUp }) => isGivenUp),
      [true],
    );
    const parcel = await parcelOf(id);
    deepEqual([parcel.state, parcel.failure], ["cancelled", null]);
    const again = await shop.ask("staff", `POST /v1/parcels/${parcel.id}/booking`, {}, 409);
    equal(again.code, "parcel_cancelled");
  });

  test("an answer that is lost is asked for, until it is known", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 }, "Eve [unknown]");
    const { now } = { now: shop.app.platform.clock.now() };
    await shop.app.moveTo(now.add({ minutes: 2 }).toString());
    await shop.settle();
    await cancel(id);
    deepEqual((await happened(id)).slice(-2), ["Cancelled", "CancellingUnknown"]);
    await shop.app.moveTo(now.add({ minutes: 5 }).toString());
    await shop.settle();
    deepEqual((await happened(id)).slice(-2), ["CancellingUnknown", "BookingCancelled"]);
  });

  test("a booking that is known only after the cancellation is given up, too", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 }, "Eve [unknown]");
    await cancel(id);
    deepEqual(await happened(id), ["Wanted", "BookingUnknown", "Cancelled"]);
    const now = shop.app.platform.clock.now();
    for (const minutes of [2, 5]) {
      await shop.app.moveTo(now.add({ minutes }).toString());
      await shop.settle();
    }
    deepEqual((await happened(id)).slice(-3), ["Booked", "CancellingUnknown", "BookingCancelled"]);
    deepEqual(
      (await atCarrier(id)).map(({ isGivenUp }) => isGivenUp),
      [true],
    );
  });

  test("what its carrier had collected waits for a person, who asks again and sees to it", async () => {
    const id = await shop.buy(EMAIL, { "G-BAG": 1 }, "Eve [collected]");
    await cancel(id);
    const parcel = await parcelOf(id);
    deepEqual([parcel.state, parcel.failure], ["cancelled", "already_collected"]);
    const waiting = async () =>
      ((await shop.ask("staff", "GET /v1/parcels?attention=true")).data as Row[]).map((one) => one.id);
    deepEqual(await waiting(), [parcel.id]);
    await shop.ask("staff", `POST /v1/parcels/${parcel.id}/booking`, {});
    await shop.settle();
    equal((await happened(id)).filter((type) => type === "BookingNotCancelled").length, 2);
    deepEqual(await waiting(), [parcel.id]);
    const settle = `POST /v1/parcels/${parcel.id}/settlement`;
    equal((await shop.ask("manager", settle, { how: "paid_back" }, 409)).code, "parcel_not_lost");
    equal((await shop.ask("manager", settle, { how: "seen_to" })).settled, "seen_to");
    deepEqual(await waiting(), []);
  });

  test("an unpaid order that the office cancels is told to its buyer; who cancels it knows", async () => {
    const place = async () => {
      const delivery = { option: "pickup", pickupPoint: "ee-tartu-1" };
      const buyer = { email: EMAIL, name: "Eve Buyer", country: "EE" };
      const wanted = { lines: [{ sku: "G-BAG", quantity: 1 }], buyer, delivery };
      return String((await shop.ask(`owner ${EMAIL}`, "POST /v1/orders", wanted, 201)).id);
    };
    const [byOffice, byBuyer] = [await place(), await place()];
    await shop.ask("manager", `POST /v1/orders/${byOffice}/cancellation`, {});
    await cancel(byBuyer);
    const told = (await listMail(shop.app.platform.config.dataFolder)).flatMap(({ to, subject }) =>
      subject.endsWith("is cancelled") ? [[to, subject]] : [],
    );
    deepEqual(told, [[EMAIL, `Your order ${byOffice} is cancelled`]]);
  });

  test("pieces that a supplier does not have go on nobody's shelf", async () => {
    const id = await shop.buy(EMAIL, { "G-LENS": 2, "G-BAG": 1 });
    const [lenses, bags] = [await shop.stockOf("G-LENS"), await shop.stockOf("G-BAG")];
    await shop.app.moveTo("2026-06-10T12:00:00Z");
    await shop.settle();
    const [sent] = (await shop.ask("manager", "GET /v1/supplier-orders?state=sent")).data as Row[];
    await shop.ask("manager", `POST /v1/supplier-orders/${sent?.id}/answer`, { answer: "cannot" });
    await shop.settle();
    await cancel(id);
    deepEqual([await shop.stockOf("G-LENS"), await shop.stockOf("G-BAG")], [lenses, (bags ?? 0) + 1]);
    deepEqual((await happened(id)).slice(-2), ["Cancelled", "BookingCancelled"]);
  });
});
