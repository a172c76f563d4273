import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { listProducts, showProduct } from "../../src/catalogue/index.ts";
import { demoReseller } from "../../src/commerce/index.ts";
import { answer, type Caller } from "../../src/platform/index.ts";
import { type TestApp, testApp } from "../support/testApp.ts";

const SKU = "U-3889316";
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

test("a reseller's team sees the prices of its group, everybody else those of retail", async () => {
  const id = await demoReseller(app.platform);
  const caller: Caller = { role: "reseller", id: "key:x", reseller: { id, teamRole: "viewer" } };
  const grossOf = async (who: Caller): Promise<readonly number[][]> => {
    const page = await answer(app.platform, who, showProduct, { sku: SKU });
    const list = await answer(app.platform, who, listProducts, { search: SKU });
    return [page.prices, list.data[0]?.prices ?? []].map((tiers) => tiers.map(({ gross }) => gross.amount));
  };
  const visitor: Caller = { role: "public", id: "public" };
  deepEqual(await grossOf(caller), [[4_425], [4_425]], "without a list of its own it pays retail");
  const set = await app.call("manager", `PUT /v1/products/${SKU}/prices`, {
    ...{ customerGroup: "wholesale", currency: "EUR", validFrom: "2026-06-02T00:00:00Z" },
    tiers: [
      { minQuantity: 1, netMinor: 3_000, grossMinor: 3_660 },
      { minQuantity: 40, netMinor: 2_500, grossMinor: 3_050 },
    ],
  });
  equal(set.status, 200, JSON.stringify(set.body));
  deepEqual(await grossOf(caller), [[4_425], [4_425]], "not before its day");
  await app.moveTo("2026-06-02T10:00:00Z");
  deepEqual(await grossOf(caller), [
    [3_660, 3_050],
    [3_660, 3_050],
  ]);
  deepEqual(await grossOf(visitor), [[4_425], [4_425]]);
});
