import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { writeFeed } from "../../../bench/catalogue/feedFile.ts";
import { generateProducts } from "../../../bench/catalogue/generateProducts.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { importFile, type SupplierProduct } from "../imports/index.ts";

const COUNT = 3_000;
const shelf: readonly SupplierProduct[] = [
  ...generateProducts(7, COUNT),
  { ...[...generateProducts(8, 1)][0], supplierKey: "S-M", sku: "G-M", name: "Möhler Straße Lampe" },
] as SupplierProduct[];
let app: TestApp;
let folder = "";

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
  await ownerQuery(
    app.database,
    `insert into catalogue.supplier (supplier, name, country, zone, created_at)
     values ('house', 'The house', 'EE', 'Europe/Tallinn', '2026-06-01T00:00:00Z')`,
  );
  folder = await mkdtemp(path.join(os.tmpdir(), "evermend-feed-"));
  const file = path.join(folder, "feed.csv");
  await writeFeed(file, shelf);
  const run = await importFile(app.platform, { file, supplier: "house", format: "csv", isCheck: false });
  deepEqual([run?.state, run?.rowsNew, run?.rowsRefused], ["done", COUNT + 1, 0]);
});

after(() => rm(folder, { recursive: true, force: true }));

interface Listed {
  readonly data: readonly { readonly sku: string; readonly name: string }[];
  readonly nextCursor: string | null;
  readonly found: {
    readonly count: { readonly products: number; readonly isMore: boolean };
    readonly brands: readonly { readonly name: string; readonly count: number }[];
    readonly categories: readonly { readonly name: string; readonly count: number }[];
    readonly meant: string | null;
  };
}

async function list(query: Readonly<Record<string, string>>): Promise<Listed> {
  const { status, body } = await app.call("public", `GET /v1/products?${new URLSearchParams(query)}`);
  equal(status, 200, JSON.stringify(body));
  return body as unknown as Listed;
}

async function everySku(query: Readonly<Record<string, string>>): Promise<string[]> {
  const found: string[] = [];
  let page = await list({ ...query, limit: "60" });
  found.push(...page.data.map(({ sku }) => sku));
  while (page.nextCursor !== null) {
    page = await list({ ...query, limit: "60", after: page.nextCursor });
    found.push(...page.data.map(({ sku }) => sku));
  }
  return found;
}

/** The SKUs a search by the beginnings of words must find, by going through all of them. */
function byHand(typed: string, within: (product: SupplierProduct) => boolean = () => true): string[] {
  const wanted = typed.toLowerCase().split(" ");
  return shelf
    .filter(within)
    .filter(({ name, brand, category }) => {
      const words = `${name} ${brand} ${category}`.toLowerCase().split(/[^a-z0-9]+/);
      return wanted.every((word) =>
        words.some((own) => (word.length === 1 ? own === word : own.startsWith(word))),
      );
    })
    .map(({ sku }) => sku ?? "")
    .toSorted();
}

test("words find what has all of them, at whatever place, by their beginnings; every page once", async () => {
  for (const typed of ["battery", "original capacitor", "lens black", "drone prop", "dji", "35 v"]) {
    const found = await everySku({ search: typed, kind: "goods" });
    equal(new Set(found).size, found.length, `${typed}: one of them twice`);
    deepEqual(found.toSorted(), byHand(typed), typed);
    ok(found.length > 0, typed);
  }
});

test("how many there are of each brand and category is what they come to", async () => {
  const found = await list({ search: "battery", category: "power", kind: "goods", limit: "1" });
  const own = byHand("battery", ({ category }) => category.startsWith("power/"));
  deepEqual(found.found.count, { products: own.length, isMore: false });
  equal(
    found.found.categories.reduce((sum, { count }) => sum + count, 0),
    own.length,
  );
  const [first] = found.found.brands;
  const ofFirst = await list({ search: "battery", category: "power", brand: first?.name ?? "", limit: "1" });
  equal(ofFirst.found.count.products, first?.count);
});

test("a code finds its product first, a part of it too, whatever stands between its letters", async () => {
  for (const product of shelf.slice(10, 40)) {
    for (const typed of [
      product.productCode,
      product.productCode.replaceAll(".", "-").toLowerCase(),
      product.sku,
    ]) {
      const found = await list({ search: typed ?? "", limit: "1" });
      equal(found.data[0]?.sku, product.sku, typed ?? "");
    }
    const part = product.productCode.slice(3, -3);
    const skus = await everySku({ search: part });
    ok(skus.includes(product.sku ?? ""), part);
  }
});

test("a misspelt word finds what was meant, and says so", async () => {
  for (const [typed, meant] of [
    ["batery", "battery"],
    ["capacitr", "capacitor"],
    ["profesional trnasistor", "professional transistor"],
  ] as const) {
    const found = await list({ search: typed, limit: "1" });
    equal(found.found.meant, meant);
    equal(found.found.count.products, byHand(meant).length);
  }
  equal((await list({ search: "battery" })).found.meant, null);
  const nothing = await list({ search: "qqqqzzzzxxxx" });
  deepEqual([nothing.data, nothing.found.count], [[], { products: 0, isMore: false }]);
});

test("marks on letters do not matter", async () => {
  for (const typed of ["möhler", "Mohler", "MÖHLER lampe"]) {
    deepEqual(
      (await list({ search: typed })).data.map(({ sku }) => sku),
      ["G-M"],
      typed,
    );
  }
});

test("signs are signs and no patterns, and a cursor is one that was given", async () => {
  for (const typed of ["%", "_", "'", "& | !", "a:*", "(", "\\", "%%%", "100%"]) {
    await list({ search: typed });
  }
  for (const after of ["x", "1", "-1.G-1", "1.G 1"]) {
    const { status } = await app.call(
      "public",
      `GET /v1/products?search=dji&after=${encodeURIComponent(after)}`,
    );
    equal(status, 400, after);
  }
});

test("the shelf is paged by SKU within a brand, a category and a kind", async () => {
  const brand = shelf[0]?.brand ?? "";
  const own = shelf.filter((product) => product.brand === brand).map(({ sku }) => sku ?? "");
  deepEqual(await everySku({ brand }), own.toSorted());
  const power = shelf.filter(({ category }) => category.startsWith("power/")).map(({ sku }) => sku ?? "");
  deepEqual(await everySku({ category: "power" }), power.toSorted());
  equal((await everySku({ kind: "plan" })).length, 7);
});

test("goods are shown with their sheet, and the supplier's words beside ours", async () => {
  const product = shelf[5] as SupplierProduct;
  const { body } = await app.call("public", `GET /v1/products/${product.sku}`);
  deepEqual(
    [body.name, body.soldAs, body.plan, body.stock, body.details],
    [product.name, "goods", null, product.stock, null],
  );
  deepEqual(body.specifications, product.specifications);
  deepEqual(body.supplier, {
    ...{ supplier: "house", name: "The house", productCode: null },
    ...{ description: product.description, parameters: product.parameters },
  });
  deepEqual(
    (body.prices as readonly { net: { amount: number } }[]).map(({ net }) => net.amount),
    product.prices.map(({ netMinor }) => netMinor),
  );
});
