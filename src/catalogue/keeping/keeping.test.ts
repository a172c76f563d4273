import { deepEqual, equal, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import { COLUMN_NAMES } from "../imports/columns.ts";

let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const added = await app.call("manager", "POST /v1/suppliers", {
    ...{ supplier: "house", name: "The house", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" },
  });
  equal(added.status, 201);
});

const SHEET = {
  ...{ productCode: "C-1", name: "Lantern", brand: "Glow", category: "light/lamp", summary: "It shines." },
  ...{ specifications: [{ name: "Size", value: "5 V" }], weightGrams: 300 },
  ...{ models: [] as string[], codeSupply: "minted", isListed: true },
};
const OFFER = { stock: 7, leadDays: 2, minQuantity: 2, multiple: 2 };
const GOODS = { ...SHEET, soldAs: "goods", offer: OFFER };

const manager = async (route: string, body?: object): Promise<Answer> =>
  await app.call("manager", route, body);
const pointers = ({ body }: Answer): string[] =>
  (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);

/** Reads a supplier's file of one row in to its end. */
async function feed(row: Readonly<Record<string, string>>): Promise<void> {
  const cells: Readonly<Record<string, string>> = {
    ...{ supplier_key: "k1", product_code: "C-9", name: "Cell", brand: "Glow", category: "power/battery" },
    ...{ stock: "5", prices: "EUR 1:1.00/1.22", ...row },
  };
  const line = COLUMN_NAMES.map((column) => cells[column] ?? "").join(",");
  const { body } = await manager("POST /v1/imports", { supplier: "house", format: "csv", name: "feed.csv" });
  const text = `${COLUMN_NAMES.join(",")}\n${line}`;
  await manager(`POST /v1/imports/${body.id}/parts`, { no: 1, text });
  await manager(`POST /v1/imports/${body.id}/start`, {});
  await app.platform.jobs.drained();
}

test("goods of our own are added, found, changed and taken off the shelf", async () => {
  const added = await manager("POST /v1/products", { sku: "LAMP-1", ...GOODS });
  equal(added.status, 201, JSON.stringify(added.body));
  deepEqual([added.body.version, added.body.keptFields], [1, []]);
  const found = await app.call("public", "GET /v1/products?search=lantern");
  deepEqual(
    (found.body.data as { sku: string }[]).map(({ sku }) => sku),
    ["LAMP-1"],
  );
  const twice = await manager("POST /v1/products", { sku: "LAMP-1", ...GOODS });
  deepEqual([twice.status, twice.body.code], [409, "product_exists"]);

  const wanted = { ...SHEET, name: "Torch", isListed: false, version: 1 };
  const revised = await manager("PUT /v1/products/LAMP-1", wanted);
  deepEqual([revised.status, revised.body.name, revised.body.version], [200, "Torch", 2]);
  equal((await app.call("public", "GET /v1/products/LAMP-1")).status, 404);
  equal((await manager("GET /v1/shelf/LAMP-1")).body.isListed, false);
  const late = await manager("PUT /v1/products/LAMP-1", { ...wanted, name: "Beam" });
  deepEqual([late.status, late.body.code], [409, "product_changed"]);
  equal((await manager("PUT /v1/products/LAMP-1", { ...wanted, version: 2 })).body.version, 2, "the same");

  for (const [query, expected] of [
    ["?search=torch", ["LAMP-1"]],
    ["?search=lamp1&kind=goods", ["LAMP-1"]],
    ["?search=torch&listed=true", []],
    ["?category=light&listed=false", ["LAMP-1"]],
    ["?search=nothinglikeit99", []],
  ] as const) {
    const list = await manager(`GET /v1/shelf${query}`);
    deepEqual(
      (list.body.data as { sku: string }[]).map(({ sku }) => sku),
      expected,
      query,
    );
  }
  const { body } = await manager("GET /v1/products/LAMP-1/history");
  deepEqual(
    (body.data as { type: string }[]).map(({ type }) => type),
    ["ProductRevised", "ProductAdded"],
  );
});

test("what a person set, no feed writes over, until it is given back", async () => {
  await feed({});
  const SKU = "house-k1";
  const { body: before } = await manager(`GET /v1/shelf/${SKU}`);
  const { offer: _, ...rest } = before;
  const sheet = Object.fromEntries(Object.keys(SHEET).map((field) => [field, rest[field]]));
  const wanted = { ...sheet, name: "Our cell", version: before.version };
  const { body: revised } = await manager(`PUT /v1/products/${SKU}`, wanted);
  deepEqual(revised.keptFields, ["name"]);
  const tiers = [{ minQuantity: 1, netMinor: 500, grossMinor: 610 }];
  const retail = { customerGroup: "retail", currency: "EUR", tiers };
  await app.moveTo("2026-06-01T11:00:00Z");
  equal((await manager(`PUT /v1/products/${SKU}/prices`, retail)).status, 200);
  await app.moveTo("2026-06-01T12:00:00Z");
  await feed({ name: "New cell", brand: "Glowing", prices: "EUR 1:2.00/2.44" });
  const { body: fed } = await manager(`GET /v1/shelf/${SKU}`);
  deepEqual([fed.name, fed.brand, fed.keptFields], ["Our cell", "Glowing", ["name", "prices"]]);
  const priceNow = async () => {
    const { body } = await app.call("public", `GET /v1/products/${SKU}`);
    return (body.prices as { gross: { amount: number } }[]).map(({ gross }) => gross.amount);
  };
  deepEqual(await priceNow(), [610]);
  const released = await manager(`PUT /v1/products/${SKU}`, {
    ...{ ...sheet, name: "Our cell", brand: "Glowing", version: fed.version },
    releases: ["name", "prices"],
  });
  deepEqual([released.status, released.body.keptFields], [200, []]);
  await app.moveTo("2026-06-01T13:00:00Z");
  await feed({ name: "New cell", brand: "Glowing", prices: "EUR 1:2.00/2.44" });
  equal((await manager(`GET /v1/shelf/${SKU}`)).body.name, "New cell");
  deepEqual(await priceNow(), [244]);
  const offer = { version: 1, ...OFFER };
  equal((await manager(`PUT /v1/products/${SKU}/offer`, offer)).body.code, "offer_of_supplier");
});

test("the offer of a product of ours is set by the version that was looked at", async () => {
  await manager("POST /v1/products", { sku: "LAMP-2", ...GOODS });
  const offer = { leadDays: 1, minQuantity: 1, multiple: 1 };
  const set = await manager("PUT /v1/products/LAMP-2/offer", { version: 1, ...offer });
  equal(set.status, 200);
  deepEqual((await app.call("public", "GET /v1/products/LAMP-2")).body.stock, "on_demand");
  equal((await manager("PUT /v1/products/LAMP-2/offer", { version: 1, ...offer })).status, 409);
});

test("a plan is one of its terms, for models that are known and may have it", async () => {
  const plan = { ...GOODS, soldAs: "code", programme: "dji-care-refresh", plan: "care-1y" };
  const models = ["osmo-action-4"];
  const cases: readonly (readonly [object, string])[] = [
    [{ ...plan, models, plan: "care-99y" }, "/plan unknown_plan"],
    [{ ...plan, models, plan: undefined }, "/plan plan_needed"],
    [{ ...plan, models, programme: "nobodys" }, "/programme unknown_programme"],
    [{ ...plan, models: ["osmo-action-4", "toaster"] }, "/models/1 unknown_model"],
    [{ ...plan, models: [] }, "/models models_needed"],
    [{ ...GOODS, plan: "care-1y" }, "/plan goods_have_no_plan"],
    [{ ...GOODS, models }, "/models goods_have_no_models"],
  ];
  for (const [body, expected] of cases) {
    const refused = await manager("POST /v1/products", { sku: "PLAN-1", ...body });
    deepEqual([refused.status, pointers(refused)], [400, [expected]]);
  }
  const added = await manager("POST /v1/products", { sku: "PLAN-1", ...plan, models, codeSupply: "batch" });
  deepEqual([added.status, added.body.codeSupply], [201, "batch"], JSON.stringify(added.body));
});

test("prices by group and day: the public sees retail, past lists stay, planned may change", async () => {
  await manager("POST /v1/products", { sku: "LAMP-3", ...GOODS });
  const added = await manager("POST /v1/customer-groups", {
    ...{ customerGroup: "drone-hut", name: "The drone hut", basedOn: "wholesale" },
  });
  equal(added.status, 201);
  const again = await manager("POST /v1/customer-groups", {
    ...{ customerGroup: "drone-hut", name: "Another", basedOn: "retail" },
  });
  equal(again.body.code, "customer_group_exists");
  const set = async (customerGroup: string, gross: number | null, validFrom?: string): Promise<Answer> =>
    await manager("PUT /v1/products/LAMP-3/prices", {
      ...{ customerGroup, currency: "EUR", ...(validFrom === undefined ? {} : { validFrom }) },
      tiers: gross === null ? [] : [{ minQuantity: 1, netMinor: gross, grossMinor: gross }],
    });
  equal((await set("retail", 1_000)).status, 200);
  equal((await set("drone-hut", 700)).body.state, "in_force");
  equal((await set("drone-hut", 600, "2026-07-01T00:00:00Z")).body.state, "planned");
  equal((await set("drone-hut", 650, "2026-07-01T00:00:00Z")).status, 200, "a planned one is set anew");
  equal((await set("drone-hut", null, "2026-08-01T00:00:00Z")).status, 200);
  equal((await set("retail", 900)).body.code, "price_list_exists");
  deepEqual(pointers(await set("retail", 900, "2026-05-01T00:00:00Z")), ["/validFrom past"]);
  deepEqual(pointers(await set("nobody", 900)), ["/customerGroup unknown_group"]);
  const seen = await app.call("public", "GET /v1/products/LAMP-3");
  deepEqual(
    (seen.body.prices as { gross: { amount: number } }[]).map(({ gross }) => gross.amount),
    [1_000],
  );
  const { body } = await manager("GET /v1/products/LAMP-3/prices?limit=2");
  const { body: rest } = await manager(`GET /v1/products/LAMP-3/prices?after=${body.nextCursor}`);
  const lists = [...(body.data as object[]), ...(rest.data as object[])] as {
    customerGroup: string;
    state: string;
    tiers: { grossMinor: number }[];
  }[];
  deepEqual(
    lists.map(({ customerGroup, state, tiers }) => [customerGroup, state, tiers[0]?.grossMinor]),
    [
      ["drone-hut", "planned", undefined],
      ["drone-hut", "planned", 650],
      ["retail", "in_force", 1_000],
      ["drone-hut", "in_force", 700],
    ],
  );
});

test("two who change one product at once: one of them is told", async () => {
  await manager("POST /v1/products", { sku: "LAMP-4", ...GOODS });
  const answers = await Promise.all(
    ["Left", "Right"].map((name) => manager("PUT /v1/products/LAMP-4", { ...SHEET, name, version: 1 })),
  );
  deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 409],
  );
});

test("the places of the shop are counted, and what is like a product is found beside it", async () => {
  const names = ["Lantern red", "Lantern blue", "Spare bulb"];
  for (const [place, name] of names.entries()) {
    const told = { ...GOODS, name, category: "garden/light", brand: place === 2 ? "Other" : "Glow" };
    equal((await manager("POST /v1/products", { sku: `G-${place}`, ...told })).status, 201);
  }
  const { body } = await app.call("public", "GET /v1/products/G-0/similar");
  deepEqual(
    (body.data as { sku: string }[]).map(({ sku }) => sku),
    ["G-1", "G-2"],
  );
  const tree = await app.call("public", "GET /v1/categories");
  const garden = (tree.body.data as { category: string; products: number }[]).filter(({ category }) =>
    category.startsWith("garden"),
  );
  deepEqual(
    garden.map(({ category, products }) => [category, products]),
    [
      ["garden", 3],
      ["garden/light", 3],
    ],
  );
  ok((tree.body.data as object[]).length >= 4);
});
