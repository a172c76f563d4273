import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { systemCaller, transact } from "../../platform/index.ts";
import { productsOf } from "../product.ts";
import { giveBackStock, type Pieces, takeStock } from "./index.ts";

let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

/** Puts goods on the shelf with so many pieces each; null is as many as are wanted. */
async function shelve(stocks: Readonly<Record<string, number | null>>): Promise<void> {
  for (const [sku, stock] of Object.entries(stocks)) {
    await app.platform.database.pool.query(
      `insert into catalogue.product (sku, product_code, name, brand, summary, sold_as)
       values ($1, $1, $1, 'Maker', '', 'goods')`,
      [sku],
    );
    await app.platform.database.pool.query("insert into catalogue.offer (sku, stock) values ($1, $2)", [
      sku,
      stock,
    ]);
  }
}

const take = async (pieces: readonly Pieces[]) =>
  await transact(app.platform, systemCaller, (tx) => takeStock(tx, pieces));
const giveBack = async (pieces: readonly Pieces[]) =>
  await transact(app.platform, systemCaller, (tx) => giveBackStock(tx, pieces));
const pieces = (wanted: Readonly<Record<string, number>>): Pieces[] =>
  Object.entries(wanted).map(([sku, quantity]) => ({ sku, quantity }));
const stockOf = async (...skus: string[]) =>
  (await productsOf({ query: app.platform.database.query, at: app.platform.clock.now() }, skus)).map(
    ({ offer }) => offer.stock,
  );

test("all pieces are taken or none; what is short is said; what has no count is always there", async () => {
  await shelve({ "few-a": 3, "few-b": 10, "few-c": null });
  deepEqual(await take(pieces({ "few-b": 4, "few-a": 3, "few-c": 900, "not-there": 2 })), []);
  deepEqual(await stockOf("few-a", "few-b", "few-c"), [0, 6, null]);
  deepEqual(await take(pieces({ "few-b": 1, "few-a": 1 })), [{ sku: "few-a", wanted: 1, stock: 0 }]);
  deepEqual(await stockOf("few-a", "few-b"), [0, 6], "nothing was taken of the other");
  deepEqual(await take([...pieces({ "few-b": 4 }), ...pieces({ "few-b": 3 })]), [
    { sku: "few-b", wanted: 7, stock: 6 },
  ]);
  await giveBack(pieces({ "few-a": 3, "few-b": 4, "few-c": 900 }));
  deepEqual(await stockOf("few-a", "few-b", "few-c"), [3, 10, null]);
  deepEqual(await take([]), []);
});

test("many at once who want the same things, in whatever order, get what there is", async () => {
  await shelve({ "race-a": 40, "race-b": 25, "race-c": 60 });
  const wishes = Array.from({ length: 40 }, (_, place) =>
    place % 2 === 0
      ? pieces({ "race-a": 1, "race-b": 1, "race-c": 1 })
      : pieces({ "race-c": 1, "race-b": 1, "race-a": 1 }),
  );
  const shorts = await Promise.all(wishes.map(take));
  const served = shorts.filter((short) => short.length === 0).length;
  equal(served, 25, "the one there is least of says how many are served");
  deepEqual(await stockOf("race-a", "race-b", "race-c"), [15, 0, 35]);
  await Promise.all(wishes.slice(0, 25).map(giveBack));
  deepEqual(await stockOf("race-a", "race-b", "race-c"), [40, 25, 60]);
});
