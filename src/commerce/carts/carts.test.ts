import { deepEqual, equal, match } from "node:assert/strict";
import { before, test } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";

const ANN = "owner ann@example.com";
const buyer = { email: "ann@example.com", name: "Ann Tamm", country: "EE" };
const address = { line1: "Pikk 1", city: "Tallinn", postcode: "10123" };
const home = { option: "home", address };
const screws = (quantity: number) => [{ sku: "SCREW", quantity }];
const euro = (amount: number) => ({ amount, currency: "EUR" });
type Cart = {
  sellable: boolean;
  currency: string;
  lines: { price: { gross: object; nextTier: object; changedFrom: object } | null; refused: object | null }[];
  deliveryOptions: { option: string; gross: { amount: number }; promisedOn: string }[];
  totals: { gross: { amount: number } };
  refused: { code: string; next: string } | null;
};
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
  await ownerQuery(
    app.database,
    `insert into catalogue.product (sku, product_code, name, brand, summary, sold_as, weight_grams)
     values ('SCREW', 'SCREW', 'A screw', 'DJI', '', 'goods', 400);
     insert into catalogue.offer (sku, stock, lead_days, min_quantity, multiple)
     values ('SCREW', 50, 2, 2, 1);
     insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
     values ('SCREW', 'EUR', 1, 400, 500, '2025-06-01'), ('SCREW', 'EUR', 10, 320, 400, '2025-06-01'),
            ('SCREW', 'USD', 1, 9950, 9950, '2025-06-01')`,
  );
});

const ask = async (body: object) => {
  const answer = await app.call("public", "POST /v1/carts/prices", { country: "EE", ...body });
  equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body as unknown as Cart;
};
const place = (more: object): Promise<Answer> =>
  app.call(ANN, "POST /v1/orders", { lines: screws(2), buyer, delivery: home, ...more });
const pay = (id: unknown) => app.call(ANN, `POST /v1/orders/${id}/payment`, { method: "test_success" });
const cancel = (id: unknown) => app.call(ANN, `POST /v1/orders/${id}/cancellation`, {});
const stock = async () =>
  (
    await ownerQuery<{ stock: number }>(app.database, "select stock from catalogue.offer where sku = 'SCREW'")
  )[0]?.stock;
const rowCounts = () =>
  ownerQuery(
    app.database,
    `select (select count(*) from commerce.order) as orders, (select count(*) from money.charge) as charges,
            (select count(*) from identity.person) as persons,
            (select stock from catalogue.offer where sku = 'SCREW') as stock`,
  );

test("a cart says of each line what it costs, how near the next tier is, and how it comes", async () => {
  const cart = await ask({
    lines: [
      { ...screws(4)[0], seen: euro(450) },
      { sku: "U-3889316", quantity: 1, seen: euro(4_425) },
    ],
  });
  equal(cart.sellable, true);
  const [screw, code] = cart.lines;
  deepEqual(screw?.price?.gross, euro(2_000));
  deepEqual(screw?.price?.nextTier, { from: 10, missing: 6, gross: euro(400) });
  deepEqual([screw?.price?.changedFrom, code?.price?.changedFrom], [euro(450), null]);
  deepEqual(
    cart.deliveryOptions.map(({ option, gross }) => [option, gross.amount]),
    [
      ["email", 0],
      ["home", 0],
      ["pickup", 0],
    ],
  );
  equal(cart.totals.gross.amount, 2_000 + 4_425);
});

test("a line that cannot be bought so says why, and what would do; the others keep their price", async () => {
  const cart = await ask({
    lines: [...screws(1), { sku: "GONE", quantity: 1 }, { sku: "U-3889316", quantity: 1 }],
  });
  equal(cart.sellable, false);
  const [few, gone, code] = cart.lines as unknown as {
    refused: { code: string; quantities: number[] } | null;
  }[];
  deepEqual([few?.refused?.code, few?.refused?.quantities], ["quantity_not_sold", [2]]);
  deepEqual([gone?.refused?.code, code?.refused], ["product_not_sold", null]);
  equal(cart.totals.gross.amount, 4_425);
  const many = (await ask({ lines: screws(51) })).lines as unknown as { refused: { quantities: number[] } }[];
  deepEqual(many[0]?.refused.quantities, [50]);
});

test("delivery costs up to 25 EUR, and 9.50 USD up to 199 USD, on both sides of each", async () => {
  const total = async (body: object) => (await ask({ delivery: "home", ...body })).totals.gross.amount;
  equal(await total({ lines: screws(4) }), 2_000 + 500);
  equal(await total({ lines: screws(5) }), 2_500);
  equal(await total({ lines: screws(4), delivery: "pickup" }), 2_000 + 350);
  equal(await total({ lines: screws(2), country: "US" }), 19_900 + 950);
  equal(await total({ lines: screws(3), country: "US" }), 29_850);
});

test("buyers outside are told where to order; codes go by mail to them all the same", async () => {
  const outside = await ask({ lines: screws(2), country: "LV" });
  deepEqual([outside.sellable, outside.refused?.code], [false, "no_delivery_there"]);
  match(outside.refused?.next ?? "", /shop of your own country/);
  const codes = await ask({ lines: [{ sku: "U-3889316", quantity: 1 }], country: "LV" });
  deepEqual([codes.sellable, codes.deliveryOptions.map(({ option }) => option)], [true, ["email"]]);
});

const wrong: readonly (readonly [string, object, number, string])[] = [
  ["goods without an address", { delivery: { option: "home" } }, 400, "/delivery/address"],
  ["goods by mail", { delivery: { option: "email" } }, 400, "/delivery/option"],
  ["a pickup without its point", { delivery: { option: "pickup" } }, 400, "/delivery/pickupPoint"],
  [
    "a pickup in another country",
    { delivery: { option: "pickup", pickupPoint: "fi-helsinki-1" } },
    400,
    "/delivery/pickupPoint",
  ],
  [
    "a postcode of another form",
    { delivery: { option: "home", address: { ...address, postcode: "ABC" } } },
    400,
    "/delivery/address/postcode",
  ],
  [
    "no postcode",
    { delivery: { option: "home", address: { line1: "Pikk 1", city: "Tallinn" } } },
    400,
    "/delivery/address/postcode",
  ],
  ["codes to a door", { lines: [{ sku: "U-3889316", quantity: 1 }] }, 400, "/delivery/option"],
  [
    "a VAT number with a wrong check digit",
    { buyer: { ...buyer, vatId: "EE100000001" } },
    400,
    "/buyer/vatId",
  ],
  ["a country nobody delivers to", { buyer: { ...buyer, country: "BR" } }, 409, "no_delivery_there"],
  ["fewer than the minimum", { lines: screws(1) }, 409, "quantity_not_sold"],
  ["more than there are", { lines: screws(51) }, 409, "stock_short"],
  ["another total than it is", { total: euro(1_499) }, 409, "price_changed"],
  ["a total in another currency", { total: { amount: 1_500, currency: "USD" } }, 409, "price_changed"],
];

for (const [given, more, status, what] of wrong) {
  test(`an order with ${given} is refused, and nothing of it is kept`, async () => {
    const before = await rowCounts();
    const { status: answered, body } = await place(more);
    equal(answered, status, JSON.stringify(body));
    const told = status === 400 ? (body.errors as { pointer: string }[])[0]?.pointer : body.code;
    equal(told, what);
    deepEqual(await rowCounts(), before);
  });
}

test("goods are ordered, paid and, while they are here, cancelled; their delivery is paid back", async () => {
  const placed = await place({
    total: euro(1_500),
    purchaseOrder: "PO 7",
    buyer: { ...buyer, company: "Tamm OÜ" },
  });
  equal(placed.status, 201, JSON.stringify(placed.body));
  const { id, delivery, region, purchaseOrder, totals } = placed.body as Record<string, unknown> & {
    delivery: { option: string; gross: object };
  };
  deepEqual([delivery.option, delivery.gross, region, purchaseOrder], ["home", euro(500), null, "PO 7"]);
  deepEqual((totals as { gross: object }).gross, euro(1_500));
  equal(await stock(), 48);
  equal((await pay(id)).body.state, "captured");
  await app.platform.jobs.drained();
  equal((await app.call(ANN, `GET /v1/orders/${id}`)).body.state, "paid");
  equal((await app.call(ANN, `POST /v1/orders/${id}/codes`, {})).body.code, "order_without_codes");

  const { status, body } = await cancel(id);
  equal(status, 200, JSON.stringify(body));
  const { order, refund } = body as { order: { state: string }; refund: { amount: object } };
  deepEqual([order.state, refund.amount], ["cancelled", euro(1_500)]);
  equal(await stock(), 50);
  equal((await cancel(id)).body.code, "order_handed_over");
});

test("an order that nobody paid is cancelled once, and what it held is given back", async () => {
  const { body } = await place({ lines: screws(9) });
  equal(await stock(), 41);
  const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(body.id)));
  deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 409, 409, 409, 409],
  );
  equal(await stock(), 50);
  equal((await pay(body.id)).body.code, "order_not_open");
  equal((await app.call("owner bob@example.com", `POST /v1/orders/${body.id}/cancellation`, {})).status, 404);
});

test("of an order of both, codes come when it is paid and stay when its goods are cancelled", async () => {
  const { body } = await place({ lines: [...screws(2), { sku: "U-3889316", quantity: 1 }] });
  await pay(body.id);
  await app.platform.jobs.drained();
  equal(((await app.call(ANN, `POST /v1/orders/${body.id}/codes`, {})).body.data as object[]).length, 1);
  const { order, refund } = (await cancel(body.id)).body as {
    order: { state: string };
    refund: { amount: object };
  };
  deepEqual([order.state, refund.amount], ["delivered", euro(1_000)]);
});

test("an order costs what it cost when it was placed; a quantity not sold any more is told", async () => {
  const { body } = await place({ lines: screws(3) });
  await ownerQuery(
    app.database,
    `insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
     values ('SCREW', 'EUR', 1, 800, 1000, '2026-06-01T09:00:00Z');
     update catalogue.offer set multiple = 2 where sku = 'SCREW'`,
  );
  const { body: refused } = await pay(body.id);
  deepEqual([refused.code, refused.next], ["quantity_not_sold", "Cancel this order and order 2 or 4."]);
  await ownerQuery(app.database, "update catalogue.offer set multiple = 1 where sku = 'SCREW'");
  deepEqual((await pay(body.id)).body.amount, euro(2_000));
  await ownerQuery(app.database, "delete from catalogue.price where gross_minor = 1000 and sku = 'SCREW'");
});

test("the last pieces go to as many buyers as there are pieces", async () => {
  await ownerQuery(app.database, "update catalogue.offer set stock = 10 where sku = 'SCREW'");
  const answers = await Promise.all(Array.from({ length: 20 }, () => place({})));
  equal(answers.filter(({ status }) => status === 201).length, 5);
  equal(answers.filter(({ body }) => body.code === "stock_short").length, 15);
  equal(await stock(), 0);
});

test("a manager keeps the rules of delivery; others read them", async () => {
  const set = (as: Parameters<TestApp["call"]>[0], body: object) =>
    app.call(as, "PUT /v1/delivery-rules", body);
  const rule = { option: "home", currency: "EUR", priceMinor: 700, freeFromMinor: null, mostGrams: 30_000 };
  equal((await set("staff", { country: "LV", rules: [rule] })).status, 403);
  equal((await set("manager", { country: "LV", rules: [rule, rule] })).status, 400);
  equal((await set("manager", { country: null, rules: [rule] })).status, 400);
  equal((await set("manager", { country: "LV", rules: [rule] })).status, 200);
  const { countries } = (await app.call("public", "GET /v1/delivery-rules")).body as {
    countries: { country: string; rules: object[] }[];
  };
  deepEqual(countries.find(({ country }) => country === "LV")?.rules, [rule]);
  await ownerQuery(app.database, "update catalogue.offer set stock = 1000 where sku = 'SCREW'");
  const cart = await ask({ lines: screws(2), country: "LV", delivery: "home" });
  deepEqual([cart.sellable, cart.totals.gross.amount], [true, 1_000 + 700]);
  equal((await ask({ lines: screws(76), country: "LV" })).refused?.code, "order_too_heavy");
  equal((await set("manager", { country: "LV", rules: [], outside: "Order in Riga." })).status, 200);
  equal((await ask({ lines: screws(2), country: "LV" })).refused?.next, "Order in Riga.");
});

test("after all of it, no invariant is broken", async () => {
  await app.platform.jobs.drained();
  deepEqual(await invariantSweep(app.database), []);
});
