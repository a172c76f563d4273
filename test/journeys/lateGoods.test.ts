import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { listMail } from "../../src/platform/index.ts";
import { type GoodsShop, goodsShop } from "../support/goodsShop.ts";
import { invariantSweep } from "../support/invariantSweep.ts";

const ADA = "ada@example.com";
const BOB = "bob@example.com";
type Row = Record<string, unknown>;

describe("a supplier fails its date: one buyer cancels, another waits", () => {
  let shop: GoodsShop;
  let ada: string;
  let bob: string;
  let supplierOrder: string;
  before(async () => {
    shop = await goodsShop();
  });
  after(async () => {
    deepEqual(await invariantSweep(shop.app.database), []);
    const ties = (await shop.ask("manager", "GET /v1/ties?onlyBroken=true")).data as Row[];
    // What a provider owes is held against its report, which comes at night.
    deepEqual(
      ties.filter(({ what }) => what !== "clearing"),
      [],
    );
    await shop.app.stop();
  });

  const rowsOf = async (route: string) => (await shop.ask("manager", route)).data as Row[];
  const refundsOf = async (id: string) =>
    (await rowsOf("GET /v1/refunds")).filter(({ subject }) => subject === id);
  const delivery = (id: string, email: string) => shop.ask(`owner ${email}`, `GET /v1/orders/${id}/delivery`);
  const stateOf = async (id: string) => (await shop.ask("manager", `GET /v1/orders/${id}`)).state;
  const mailTo = async (email: string, subject: RegExp) =>
    (await listMail(shop.app.platform.config.dataFolder)).filter(
      (mail) => mail.to === email && subject.test(mail.subject),
    );

  test("what was paid is gathered until the cut-off, then mailed to the supplier", async () => {
    ada = await shop.buy(ADA, { "G-LENS": 2, "G-BAG": 1 });
    bob = await shop.buy(BOB, { "G-LENS": 3 });
    const [gathered] = await rowsOf("GET /v1/supplier-orders?open=true");
    deepEqual([gathered?.state, gathered?.pieces, gathered?.orderedOn], ["gathering", 5, "2026-06-10"]);
    supplierOrder = String(gathered?.id);
    await shop.app.moveTo("2026-06-10T11:59:59Z");
    const early = await shop.app.call("manager", `POST /v1/supplier-orders/${supplierOrder}/answer`, {
      answer: "cannot",
    });
    equal(early.status, 409);
    await shop.app.moveTo("2026-06-10T12:00:00Z");
    await shop.settle();
    equal((await shop.ask("staff", `GET /v1/supplier-orders/${supplierOrder}`)).state, "sent");
    equal((await mailTo("orders@acme.example", /^Order sor_/)).length, 1);
    const late = await shop.buy("late@example.com", { "G-LENS": 1 });
    const [next] = await rowsOf("GET /v1/supplier-orders?open=true&state=gathering");
    deepEqual([next?.orderedOn, next?.pieces], ["2026-06-11", 1]);
    await shop.app.call("owner late@example.com", `POST /v1/orders/${late}/cancellation`, {});
  });

  test("a day later than promised is told to each buyer once; no answer is to wait", async () => {
    const answer = { answer: "comes", expectedOn: "2026-07-01", reason: "out of stock" };
    const said = await shop.ask("manager", `POST /v1/supplier-orders/${supplierOrder}/answer`, answer);
    deepEqual([said.state, said.expectedOn], ["late", "2026-07-01"]);
    await shop.settle();
    for (const email of [ADA, BOB]) {
      const [mail, ...more] = await mailTo(email, /is late$/);
      deepEqual(more, []);
      match(mail?.text ?? "", /2026-07-01/);
      match(mail?.text ?? "", /\/open\//);
    }
    const [delay] = (await delivery(bob, BOB)).delays as Row[];
    deepEqual([delay?.state, delay?.isOpen, delay?.expectedOn], ["told", true, "2026-07-01"]);
    deepEqual(
      (await shop.ask(`owner ${BOB}`, `POST /v1/orders/${bob}/delay`, { choice: "wait" })).refunds,
      [],
    );
  });

  test("who cancels is refunded to the cent, once, also when twice and at once", async () => {
    const stock = (await shop.stockOf("G-LENS")) ?? 0;
    const tries = await Promise.all(
      Array.from({ length: 4 }, () =>
        shop.app.call(`owner ${ADA}`, `POST /v1/orders/${ada}/delay`, { choice: "cancel" }),
      ),
    );
    deepEqual(
      tries.map(({ status }) => status),
      [200, 200, 200, 200],
    );
    await shop.settle();
    const [refund, ...more] = await refundsOf(ada);
    deepEqual(more, []);
    deepEqual([refund?.amount, refund?.state], [{ amount: 2_480, currency: "EUR" }, "paid"]);
    equal(await shop.stockOf("G-LENS"), stock + 2);
    const again = await shop.ask(`owner ${ADA}`, `POST /v1/orders/${ada}/delay`, { choice: "cancel" });
    deepEqual(again.refunds, []);
    const waits = await shop.app.call(`owner ${ADA}`, `POST /v1/orders/${ada}/delay`, { choice: "wait" });
    equal(waits.body.code, "goods_cancelled");
  });

  test("what is in stock leaves, is tracked, and completes the order whose rest was cancelled", async () => {
    const [parcel] = await rowsOf(`GET /v1/parcels?order=${ada}`);
    deepEqual([parcel?.state, ((parcel as Row).lines as Row[]).length], ["booked", 1]);
    ok(parcel?.tracking);
    const left = await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/hand-over`);
    equal(left.state, "handed_over");
    equal(
      (await shop.app.call("staff", `POST /v1/parcels/${parcel?.id}/hand-over`)).body.code,
      "parcel_left",
    );
    await shop.settle();
    const [mail] = await mailTo(ADA, /on its way$/);
    match(mail?.text ?? "", new RegExp(parcel?.tracking as string));
    await shop.app.moveTo("2026-06-12T12:00:00Z");
    await shop.settle();
    equal(await stateOf(ada), "delivered");
  });

  test("who waits gets a parcel when it has arrived, and cannot cancel what has left", async () => {
    await shop.app.moveTo("2026-07-01T06:00:00Z");
    const here = await shop.ask("staff", `POST /v1/supplier-orders/${supplierOrder}/arrival`);
    deepEqual([here.state, here.pieces], ["arrived", 3]);
    await shop.settle();
    const [parcel, ...more] = await rowsOf(`GET /v1/parcels?order=${bob}&state=booked`);
    deepEqual(more, []);
    deepEqual(
      ((parcel as Row).lines as Row[]).map(({ sku, quantity }) => [sku, quantity]),
      [["G-LENS", 3]],
    );
    await shop.ask("staff", `POST /v1/parcels/${parcel?.id}/hand-over`);
    const tooLate = await shop.app.call(`owner ${BOB}`, `POST /v1/orders/${bob}/delay`, { choice: "cancel" });
    equal(tooLate.body.code, "goods_have_left");
    await shop.app.moveTo("2026-07-02T12:00:00Z");
    await shop.settle();
    equal(await stateOf(bob), "delivered");
  });

  test("a hand-over and a cancellation at once: it leaves, or is paid back, never both", async () => {
    const ends: string[] = [];
    for (const round of [1, 2, 3]) {
      const email = `racer${round}@example.com`;
      const id = await shop.buy(email, { "G-LENS": 1 });
      const [open] = await rowsOf("GET /v1/supplier-orders?state=gathering");
      await shop.app.moveTo(String(open?.closesAt));
      await shop.settle();
      await shop.ask("manager", `POST /v1/supplier-orders/${open?.id}/answer`, { answer: "cannot" });
      await shop.settle();
      await shop.ask("staff", `POST /v1/supplier-orders/${open?.id}/arrival`);
      await shop.settle();
      const [parcel] = await rowsOf(`GET /v1/parcels?order=${id}`);
      const [leaves, cancels] = await Promise.all([
        shop.app.call("staff", `POST /v1/parcels/${parcel?.id}/hand-over`),
        shop.app.call(`owner ${email}`, `POST /v1/orders/${id}/delay`, { choice: "cancel" }),
      ]);
      equal([leaves.status, cancels.status].toSorted((one, other) => one - other).join(), "200,409");
      await shop.settle();
      const back = (await refundsOf(id)).map(({ amount }) => (amount as Row).amount);
      // The lens and the delivery, or nothing.
      deepEqual(back, leaves.status === 200 ? [] : [1_240 + 500]);
      ends.push(leaves.status === 200 ? String(cancels.body.code) : String(leaves.body.code));
    }
    equal(
      ends.every((code) => code === "goods_have_left" || code === "parcel_cancelled"),
      true,
    );
  });
});
