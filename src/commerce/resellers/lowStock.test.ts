import { deepEqual, equal } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type BatchShop, batchShop, SKU } from "../../../test/support/batchShop.ts";
import { type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { lowStockIn } from "./lowStock.ts";

const goods = (pieces: number, stock: number) => ({
  ...{ sku: "BAT-1", name: "Battery", region: null },
  ...{ pieces, stock },
});
const codes = (pieces: number, region = "EU") => ({
  ...{ sku: "CARE-2", name: "Care", region },
  ...{ pieces, stock: 900 },
});

describe("what there is too little of for a reseller", () => {
  for (const [pieces, stock, isLow] of [
    [1, 0, true],
    [1, 1, false],
    [3, 1, false],
    [4, 1, true],
    [90, 29, true],
    [90, 30, false],
    [91, 30, true],
  ] as const) {
    test(`${stock} free of goods it bought ${pieces} of in ninety days: ${isLow ? "low" : "enough"}`, () => {
      const { pieces: _, stock: free, ...what } = goods(pieces, stock);
      const expected = { ...what, free, usualIn30Days: Math.ceil(pieces / 3) };
      deepEqual(lowStockIn([goods(pieces, stock)], []), isLow ? [expected] : []);
    });
  }

  test("codes count in the region they were bought for, and the worst stands first", () => {
    const free = [
      { sku: "CARE-2", region: "UK", free: 500 },
      { sku: "CARE-2", region: "EU", free: 2 },
    ];
    const low = lowStockIn([goods(30, 9), codes(30, "EU"), codes(30, "UK"), codes(3, "US")], free);
    deepEqual(
      low.map((one) => [one.sku, one.region, one.free, one.usualIn30Days]),
      [
        ["CARE-2", "US", 0, 1],
        ["CARE-2", "EU", 2, 10],
        ["BAT-1", null, 9, 10],
      ],
    );
  });
});

describe("the page of a reseller", () => {
  let shop: BatchShop;
  let desk: ResellerDesk;
  before(async () => {
    shop = await batchShop();
    desk = await resellerDesk(shop.app);
  });

  async function buy(quantity: number): Promise<void> {
    const placed = await desk.as("buyer", "POST /v1/orders", {
      lines: [{ sku: SKU, quantity }],
      buyer: { email: "office@northlight.example", name: "Northlight", country: "EE" },
      delivery: { option: "email" },
    });
    equal(placed.status, 201, JSON.stringify(placed.body));
    const paid = await desk.as("buyer", `POST /v1/orders/${placed.body.id}/payment`, { method: "balance" });
    equal(paid.body.state, "captured", JSON.stringify(paid.body));
    await shop.app.platform.jobs.drained();
  }
  const low = async () => {
    const { status, body } = await desk.as("viewer", `GET /v1/resellers/${desk.id}`);
    equal(status, 200, JSON.stringify(body));
    return (body.lowStock as Record<string, unknown>[]).map(({ sku, region, free, usualIn30Days }) => [
      ...[sku, region, free, usualIn30Days],
    ]);
  };

  test("says what of a batch is short of what it buys, for ninety days, for itself alone", async () => {
    await shop.batchOf(10);
    deepEqual(await low(), [], "it bought nothing");
    await buy(6);
    deepEqual(await low(), [], "four are free, it usually buys two");
    await buy(3);
    deepEqual(await low(), [[SKU, "EU", 1, 3]]);
    await shop.takeAll();
    deepEqual(await low(), [[SKU, "EU", 0, 3]]);
    const other = await resellerDesk(shop.app, { name: "Elsewhere", email: "office@elsewhere.example" });
    deepEqual((await other.as("viewer", `GET /v1/resellers/${other.id}`)).body.lowStock, []);
    await shop.batchOf(3);
    deepEqual(await low(), [], "there is enough again");
    await shop.takeAll();
    await shop.app.moveTo("2026-08-31T10:00:00Z");
    deepEqual(await low(), [], "it was bought ninety-one days ago");
  });

  test("has nothing of what is made when it is ordered", async () => {
    await shop.batchOf(5);
    await buy(5);
    deepEqual(await low(), [[SKU, "EU", 0, 2]]);
    const minted = "update catalogue.product set code_supply = 'minted' where sku = $1";
    await shop.app.platform.database.pool.query(minted, [SKU]);
    deepEqual(await low(), []);
  });
});
