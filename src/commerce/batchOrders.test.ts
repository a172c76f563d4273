import { deepEqual, equal, match, notDeepEqual, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { ANN, type BatchShop, batchShop, MIA } from "../../test/support/batchShop.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import type { Answer, TestApp } from "../../test/support/testApp.ts";

let shop: BatchShop;
let app: TestApp;

before(async () => {
  shop = await batchShop();
  ({ app } = shop);
});

const sweep = async () => deepEqual(await invariantSweep(app.database), []);

test("an order holds codes of a batch, sells them when it is paid, lets them go when it lapses", async () => {
  const batch = await shop.batchOf(6);
  const id = await shop.buy(2);
  deepEqual(
    (await shop.codesOf(id)).map(({ state }) => state),
    ["sold", "sold"],
  );
  const [code = ""] = await shop.clearOf(id);
  equal((await shop.check(code)).product, "care-2y");
  const left = await shop.place(3);
  equal(left.status, 201);
  deepEqual(
    [
      (await shop.countsOf(batch)).held,
      (await shop.countsOf(batch)).stock,
      (await shop.countsOf(batch)).delivered,
    ],
    [3, 4, 2],
  );
  await app.platform.jobs.drained();
  const product = await app.call("public", "GET /v1/products/U-3889316");
  equal(
    (product.body.offer as { stock: number } | undefined)?.stock ?? product.body.stock,
    1,
    "the shelf knows",
  );
  const short = await shop.place(2);
  deepEqual([short.status, short.body.code], [409, "codes_sold_out"]);
  match(String(short.body.detail), /There are 1 codes/);
  await sweep();
  await app.moveTo("2026-06-08T10:01:00Z");
  await app.platform.jobs.drained();
  deepEqual([(await shop.countsOf(batch)).held, (await shop.countsOf(batch)).stock], [0, 4]);
  await sweep();
});

test("the last ten codes of a batch and a hundred buyers: ten orders, ninety clear refusals", async (t) => {
  await shop.takeAll();
  const batch = await shop.batchOf(10);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, no) => shop.place(1, `owner b${no}@example.com`)),
  );
  deepEqual(judge(answers), { placed: 10, refused: 90, strange: 0 });
  deepEqual([(await shop.countsOf(batch)).held, (await shop.countsOf(batch)).stock], [10, 10]);
  t.diagnostic("codes race n=100 wrong=0");
  await Promise.all(
    answers
      .filter(({ status }) => status === 201)
      .filter((_, no) => no % 2 === 0)
      .map(({ body }) => app.call("staff", `POST /v1/orders/${body.id}/payment`, { method: "test_success" })),
  );
  await app.platform.jobs.drained();
  equal((await shop.countsOf(batch)).delivered, 5);
  await app.moveTo("2026-06-16T10:02:00Z");
  await app.platform.jobs.drained();
  deepEqual(
    [(await shop.countsOf(batch)).held, (await shop.countsOf(batch)).stock],
    [0, 5],
    "nothing is held for ever",
  );
  await sweep();
});

test("who wants six of the last ten gets them, also where another wants six at once", async () => {
  for (let round = 0; round < 5; round += 1) {
    await shop.takeAll();
    await shop.batchOf(10);
    const answers = await Promise.all([
      shop.place(6, "owner one@example.com"),
      shop.place(6, "owner two@example.com"),
    ]);
    deepEqual(judge(answers), { placed: 1, refused: 1, strange: 0 }, JSON.stringify(answers));
  }
});

test("without its guards the same race sells codes twice, and is seen to", async () => {
  await shop.takeAll();
  await shop.batchOf(4);
  await ownerQuery(
    app.database,
    `create function contracts.free_again() returns trigger language plpgsql as $$
     begin new.order_id := null; new.line_no := null; return new; end $$;
     create trigger free_again before update on contracts.code
       for each row when (old.state = 'stock' and new.state = 'stock')
       execute function contracts.free_again()`,
  );
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, no) => shop.place(1, `owner c${no}@example.com`)),
  );
  notDeepEqual(judge(answers), { placed: 4, refused: 8, strange: 0 });
  await ownerQuery(
    app.database,
    "drop trigger free_again on contracts.code; drop function contracts.free_again",
  );
});

test("sold codes end on their day: told before, the sale lapses, and nothing of it is owed", async () => {
  await shop.takeAll();
  await shop.batchOf(2, { useBy: "2026-08-15" });
  const id = await shop.buy(2);
  const [code = ""] = await shop.clearOf(id);
  const [, other = ""] = await shop.clearOf(id);
  await app.moveTo("2026-07-17T00:01:00Z");
  await app.platform.jobs.drained();
  const told = async () =>
    (await shop.mailsTo("ann@example.com")).filter((text) => text.includes("Saturday 15 August 2026"));
  equal((await told()).length, 1, "thirty days before");
  const used = await shop.activate(code, "AC4LAST000001");
  equal(used.status, 201, JSON.stringify(used.body));
  await app.moveTo("2026-08-09T00:01:00Z");
  await app.platform.jobs.drained();
  equal((await told()).length, 2, "and seven");
  await app.moveTo("2026-08-16T00:00:00Z");
  await app.platform.jobs.drained();
  equal((await shop.check(other)).code, "code_refused");
  const [lapsed, ...more] = await ownerQuery(
    app.database,
    `select sale.deferred_minor::integer as left, sale.earned_minor = sale.net_minor as earned
       from money.sale where root_id = '${id.slice(4)}' and state = 'lapsed'`,
  );
  deepEqual([lapsed, more.length], [{ left: 0, earned: true }, 0]);
  const refused = await app.call(ANN, `POST /v1/orders/${id}/return`, { reason: "no-longer-wanted" });
  equal(refused.status, 409);
  await sweep();
});

test("the settlement comes to zero by batch and by reseller, and each figure opens its rows", async () => {
  const batches = await shop.settled("by=batch&limit=200");
  ok(batches.length > 5);
  deepEqual(new Set(batches.map(({ difference }) => difference)), new Set([0]));
  for (const row of batches.slice(0, 4)) {
    for (const state of ["stock", "sold", "delivered", "redeemed", "void", "expired"]) {
      const rows = await shop.settled(`codes?batch=${row.batch}&state=${state}&limit=200`);
      equal(rows.length, row[state], `${row.batch} ${state}`);
    }
  }
  const resellers = await shop.settled("by=reseller&limit=200");
  ok(resellers.length > 0);
  deepEqual(new Set(resellers.map(({ difference }) => difference)), new Set([0]));
  for (const row of resellers) {
    for (const state of ["delivered", "redeemed", "void", "expired"]) {
      const who = (row.reseller ?? "nobody") as string;
      const rows = await shop.settled(`codes?reseller=${who}&month=${row.month}&state=${state}&limit=200`);
      equal(rows.length, row[state], `${who} ${row.month} ${state}`);
    }
  }
  const csv = await app.http.inject({
    ...{ method: "GET", url: "/v1/code-settlement?by=batch&format=csv" },
    headers: { authorization: await app.authorization(MIA) },
  });
  match(csv.body, /^batch,sku,region,month,/);
});

function judge(answers: readonly Answer[]): { placed: number; refused: number; strange: number } {
  const placed = answers.filter(({ status }) => status === 201).length;
  const refused = answers.filter(({ body }) => body.code === "codes_sold_out").length;
  return { placed, refused, strange: answers.length - placed - refused };
}
