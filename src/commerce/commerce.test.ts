import { deepEqual, equal, match } from "node:assert/strict";
import { before, test } from "node:test";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { statementCount } from "../../test/support/statementCount.ts";
import { type Answer, type TestApp, testApp } from "../../test/support/testApp.ts";
import { linkFor } from "../identity/index.ts";
import { eventsOf } from "../platform/index.ts";
import { deliverOrder } from "./deliverOrder/deliverOrder.ts";

const ANN = "owner ann@example.com";
const BOB = "owner bob@example.com";
const buyer = { email: "ann@example.com", name: "Ann Tamm", country: "EE" };
const body = {
  lines: [{ sku: "U-3889316", quantity: 2 }],
  buyer,
  delivery: { option: "email" },
};
/** The budget of a whole order with its idempotency. */
const MOST = 30;
/** Its invoice follows by itself, with those of others. */
const INVOICE = /^(lock_orders|orders_to_bill|(lock|move)_invoice_series|insert_invoices|refunds_to_credit)$/;
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

async function place(as: Parameters<TestApp["call"]>[0], more: object = {}): Promise<string> {
  const { status, body: order } = await app.call(as, "POST /v1/orders", { ...body, ...more });
  equal(status, 201, JSON.stringify(order));
  return String(order.id);
}

const pay = (as: Parameters<TestApp["call"]>[0], id: string, method = "test_success"): Promise<Answer> =>
  app.call(as, `POST /v1/orders/${id}/payment`, { method });
const show = (as: Parameters<TestApp["call"]>[0], id: string): Promise<Answer> =>
  app.call(as, `GET /v1/orders/${id}`);
const reveal = (as: Parameters<TestApp["call"]>[0], id: string): Promise<Answer> =>
  app.call(as, `POST /v1/orders/${id}/codes`, {});

async function types(id: string): Promise<string[]> {
  return (await eventsOf(app.platform.database, id.slice(4))).map(({ type }) => type);
}

test("an order is priced, paid, delivered and revealed", async () => {
  const placed = await app.call("public", "POST /v1/orders", body);
  equal(placed.status, 201);
  deepEqual(placed.body.totals, {
    net: { amount: 7_138, currency: "EUR" },
    gross: { amount: 8_850, currency: "EUR" },
  });
  deepEqual(
    [placed.body.state, placed.body.region, placed.body.promisedOn, placed.body.placedAt],
    ["placed", "EU", "2026-06-01", "2026-06-01T10:00:00Z"],
  );
  equal(JSON.stringify(placed.body).includes("Ann"), false, "a kept reply names nobody");
  const id = String(placed.body.id);

  const charge = await pay(ANN, id);
  deepEqual(
    [charge.status, charge.body.state, charge.body.amount],
    [200, "captured", { amount: 8_850, currency: "EUR" }],
  );
  await app.platform.jobs.drained();
  const shown = await show(ANN, id);
  equal(shown.body.state, "delivered");
  deepEqual(shown.body.buyer, { name: "Ann Tamm", email: "ann@example.com", vatId: null });
  const masked = shown.body.codes as readonly { last4: string; state: string }[];
  deepEqual(
    masked.map(({ state }) => state),
    ["sold", "sold"],
  );

  const { status, body: revealed } = await reveal(ANN, id);
  equal(status, 200);
  const codes = revealed.data as readonly { code: string; sku: string; last4: string }[];
  for (const { code, last4 } of codes) {
    match(code, /^(?:[0-9A-Z*~$=]{4}-){6}[0-9A-Z*~$=]{4}$/);
    equal(code.replaceAll("-", "").slice(-4), last4);
  }
  deepEqual(
    codes.map(({ last4 }) => last4),
    masked.map(({ last4 }) => last4),
  );
  const told = (await types(id)).filter((type) => type !== "OrderInvoiced");
  deepEqual(told, [
    ...["OrderPlaced", "PaymentStarted", "ChargeCaptured", "OrderPaid"],
    ...["CodeSold", "CodeDelivered", "CodesDelivered", "OrderDelivered", "CodesRevealed"],
  ]);
});

test("a revealed code opens what was bought, and stands nowhere in clear", async () => {
  const id = await place(ANN);
  await pay(ANN, id);
  await app.platform.jobs.drained();
  const [{ code }] = (await reveal(ANN, id)).body.data as [{ code: string }];
  const checked = await app.call("integrator", "POST /v1/codes/check", { code });
  equal(checked.status, 200, JSON.stringify(checked.body));
  const clear = [code, code.replaceAll("-", "")];
  const { rows } = await app.platform.database.pool.query<{ place: string; text: string }>(`
    select 'event' as place, body::text as text from platform.event
    union all select 'idempotency', body::text from platform.idempotency
    union all select 'code', code::text from contracts.code`);
  deepEqual(
    rows.filter(({ text }) => clear.some((secret) => text?.includes(secret))),
    [],
  );
});

test("a dry run prices the order and keeps nothing", async () => {
  const before = await app.call("staff", "GET /v1/orders?limit=200");
  const { status, body: priced } = await app.call("public", "POST /v1/orders?dryRun=true", body);
  equal(status, 200);
  equal((priced.totals as { gross: { amount: number } }).gross.amount, 8_850);
  deepEqual(await app.call("staff", "GET /v1/orders?limit=200"), before);
});

test("the same key is one order, whoever waits for its answer", async () => {
  const headers = { "idempotency-key": "order-once" };
  const first = await app.call(ANN, "POST /v1/orders", body, headers);
  const again = await app.call(ANN, "POST /v1/orders", body, headers);
  equal(again.body.id, first.body.id);
  const other = { ...body, lines: [{ sku: "U-3889316", quantity: 3 }] };
  equal((await app.call(ANN, "POST /v1/orders", other, headers)).status, 422);
});

test("an order is seen by its buyer, who placed it, and the office; to others it is not there", async () => {
  const id = await place("reseller");
  const seen = async (as: Parameters<TestApp["call"]>[0]) => (await show(as, id)).status;
  deepEqual(
    [
      await seen(ANN),
      await seen("reseller"),
      await seen("staff"),
      await seen("manager"),
      await seen("integrator"),
    ],
    [200, 200, 200, 200, 200],
  );
  deepEqual([await seen(BOB), await seen("public")], [404, 401]);
  const listed = async (as: Parameters<TestApp["call"]>[0]) => {
    const { body: page } = await app.call(as, "GET /v1/orders?limit=200");
    return (page.data as readonly { id: string }[]).some((order) => order.id === id);
  };
  deepEqual(
    [await listed(ANN), await listed("reseller"), await listed("staff"), await listed(BOB)],
    [true, true, true, false],
  );
  deepEqual([(await pay(BOB, id)).status, (await pay("reseller", id)).status], [404, 200]);
  await app.platform.jobs.drained();
  deepEqual(
    [
      (await reveal(BOB, id)).status,
      (await reveal("staff", id)).status,
      (await reveal("integrator", id)).status,
    ],
    [404, 403, 404],
  );
  deepEqual([(await reveal("reseller", id)).status, (await reveal(ANN, id)).status], [200, 200]);
});

test("orders are listed newest first, page by page", async () => {
  for (let count = 0; count < 3; count += 1) {
    await place("owner carl@example.com", { buyer: { ...buyer, email: "carl@example.com" } });
  }
  const page = async (query: string) =>
    (await app.call("owner carl@example.com", `GET /v1/orders${query}`)).body as unknown as {
      data: { id: string }[];
      nextCursor: string | null;
    };
  const all = await page("");
  const first = await page("?limit=2");
  const second = await page(`?limit=2&after=${first.nextCursor}`);
  deepEqual([...first.data, ...second.data], all.data);
  deepEqual([first.data.length, second.data.length, second.nextCursor], [2, 1, null]);
  const placed = await page("?state=placed");
  deepEqual([placed.data, (await page("?state=delivered")).data], [all.data, []]);
  deepEqual(
    all.data
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
    all.data.map(({ id }) => id),
  );
});

test("before the money has come there are no codes; after a failed try another may pay", async () => {
  const id = await place(ANN);
  equal((await reveal(ANN, id)).body.code, "codes_not_ready");
  const { placedAt, charge } = (await show(ANN, id)).body as { placedAt: string; charge: { dueAt: string } };
  equal(Temporal.Instant.from(placedAt).until(charge.dueAt).total("hours"), 7 * 24);
  const declined = await pay(ANN, id, "test_declined");
  deepEqual([declined.status, declined.body.state], [200, "open"]);
  equal((await reveal(ANN, id)).body.code, "codes_not_ready");
  equal((await pay(ANN, id)).body.state, "captured");
  equal((await pay(ANN, id)).body.code, "charge_captured");
  await app.platform.jobs.drained();
  equal(((await reveal(ANN, id)).body.data as unknown[]).length, 2);
});

test("thirty payments and thirty deliveries at once: two codes, delivered once", async () => {
  const id = await place(ANN);
  const paid = await Promise.all(Array.from({ length: 30 }, () => pay(ANN, id)));
  equal(paid.filter(({ status }) => status === 200).length, 1);
  await app.platform.jobs.drained();
  await Promise.all(Array.from({ length: 30 }, () => deliverOrder(app.platform, id.slice(4), 1)));
  equal(((await show(ANN, id)).body.codes as unknown[]).length, 2);
  equal((await types(id)).filter((type) => type === "OrderDelivered").length, 1);
});

test("an order, from placing to delivery, is thirty statements; each further line adds one", async () => {
  const skus = Array.from({ length: 14 }, (_, index) => `MANY-${index}`);
  await app.platform.database.pool.query(
    `insert into catalogue.product (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
     select sku, sku, sku, 'DJI', '', 'dji-care-refresh', 'care-2y', array['osmo-action-4'], 'code'
       from unnest($1::text[]) as sku`,
    [skus],
  );
  await app.platform.database.pool.query(
    `insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
     select sku, 'EUR', 1, 100, 122, '2025-06-01' from unnest($1::text[]) as sku`,
    [skus],
  );
  const statementsFor = async (lines: readonly object[]): Promise<number> => {
    const start = await statementCount(app.platform, INVOICE);
    await pay(ANN, await place(ANN, { lines }));
    await app.platform.jobs.drained();
    return (await statementCount(app.platform, INVOICE)) - start;
  };
  // The first order of a process reads more than the next.
  await statementsFor(body.lines);
  const one = await statementsFor(body.lines);
  const fifteen = await statementsFor([...skus, "U-3889316"].map((sku) => ({ sku, quantity: 1 })));
  // Four transactions: placing, paying, the outcome, the delivery. Each sends begin and commit besides.
  equal(one + 4 * 2 <= MOST, true, `it sent ${one}`);
  equal(fifteen - one <= 14, true, `it sent ${fifteen}`);
});

const wrong: readonly [string, object, string][] = [
  ["no lines", { lines: [] }, "/lines"],
  ["sixteen lines", { lines: Array(16).fill({ sku: "U-3889316", quantity: 1 }) }, "/lines"],
  ["an unknown SKU", { lines: [{ sku: "X", quantity: 1 }] }, "/lines/0/sku"],
  ["a SKU twice", { lines: [...body.lines, ...body.lines] }, "/lines/1/sku"],
  ["half a piece", { lines: [{ sku: "U-3889316", quantity: 0.5 }] }, "/lines/0/quantity"],
  ["no piece", { lines: [{ sku: "U-3889316", quantity: 0 }] }, "/lines/0/quantity"],
  ["too many pieces", { lines: [{ sku: "U-3889316", quantity: 1_001 }] }, "/lines/0/quantity"],
  ["no e-mail address", { buyer: { ...buyer, email: "ann" } }, "/buyer/email"],
  ["a country by its name", { buyer: { ...buyer, country: "Estonia" } }, "/buyer/country"],
  ["a name of two lines", { buyer: { ...buyer, name: "Ann\nBcc: x@example.com" } }, "/buyer/name"],
  ["an unknown field", { buyer: { ...buyer, role: "staff" } }, "/buyer"],
  ["another delivery", { delivery: { option: "pigeon" } }, "/delivery/option"],
];

for (const [given, more, pointer] of wrong) {
  test(`an order with ${given} is said to be wrong at ${pointer}`, async () => {
    const { status, body: problem } = await app.call("public", "POST /v1/orders", { ...body, ...more });
    equal(status, 400, JSON.stringify(problem));
    const pointers = (problem.errors as readonly { pointer: string }[]).map((fault) => fault.pointer);
    equal(
      pointers.some((found) => found.startsWith(pointer)),
      true,
      `${pointers}`,
    );
  });
}

test("a link from a mail opens its order, and no other", async () => {
  const [id, other] = [await place("reseller"), await place("reseller")];
  const link = { "x-evermend-link": linkFor(app.platform, "order", id) };
  const open = (route: string, body?: object) => app.call("public", route, body, link);
  equal((await open(`GET /v1/orders/${id}`)).status, 200);
  equal((await open(`GET /v1/orders/${other}`)).status, 404);
  equal(((await open("GET /v1/orders")).body.data as unknown[]).length, 1);
  equal((await open(`POST /v1/orders/${id}/payment`, { method: "test_success" })).body.state, "captured");
  await app.platform.jobs.drained();
  equal(((await open(`POST /v1/orders/${id}/codes`, {})).body.data as unknown[]).length, 2);
  equal((await open(`POST /v1/orders/${other}/codes`, {})).status, 404);
});

test("a country nobody serves is refused with the list of those that are served", async () => {
  const elsewhere = { ...body, buyer: { ...buyer, country: "BR" } };
  const { status, body: refusal } = await app.call("public", "POST /v1/orders", elsewhere);
  deepEqual([status, refusal.code], [409, "country_not_served"]);
  match(String(refusal.next), /AT, AU, .*, US/);
});

test("what is no order's id is not found", async () => {
  const device = "clm_01m7xrdre18ybwgxv8gwtzsady_1";
  for (const id of ["ord_x", device, "ord_01m7xrdre18ybwgxv8gwtzsady", "'"]) {
    equal((await show("staff", id)).status, 404, id);
  }
});

test("after all of it, no invariant is broken", async () => {
  deepEqual(await invariantSweep(app.database), []);
});
