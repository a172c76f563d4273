import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { giveBackStock, takeStock } from "../../catalogue/index.ts";
import { systemCaller, transact } from "../../platform/index.ts";
import { feedLines } from "./feedLines.ts";

const SKU = "U-3889316";
const LAMP = { sku: "LAMP", quantity: 1 };

let app: TestApp;
let desk: ResellerDesk;
let key = "";
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
  desk = await resellerDesk(app);
  const made = await desk.as("keeper", `POST /v1/resellers/${desk.id}/keys`, {
    ...{ label: "feed", teamRole: "viewer" },
  });
  key = String(made.body.token);
  await ownerQuery(
    app.database,
    `insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor,
         valid_from, customer_group)
     values ($1, 'EUR', 1, 3000, 3690, '2026-01-01', 'wholesale'),
         ($1, 'EUR', 20, 2500, 3075, '2026-01-01', 'wholesale')`,
    [SKU],
  );
});

const get = async (format: string, headers: Record<string, string> = {}) =>
  await app.http.inject({
    ...{ method: "GET", url: `/v1/feeds/catalogue.${format}` },
    headers: { authorization: `Bearer ${key}`, ...headers },
  });

describe("the feed of a reseller", () => {
  test("has its own prices, stock and steps, in each format the same", async () => {
    const csv = parse((await get("csv")).body, { columns: true }) as Record<string, string>[];
    const row = csv.find(({ sku }) => sku === SKU);
    deepEqual(
      [row?.net, row?.gross, row?.tiers, row?.currency],
      ["3000", "3690", "1:3000:3690 20:2500:3075", "EUR"],
    );
    const { products } = (await get("json")).json<{ products: { sku: string; prices: object[] }[] }>();
    equal(products.find(({ sku }) => sku === SKU)?.prices.length, 2);
    const linked = await get("jsonld");
    equal(linked.headers["content-type"], "application/ld+json");
    const graph = linked.json<{ "@graph": { sku: string; offers: Record<string, unknown> }[] }>()["@graph"];
    const offer = graph.find(({ sku }) => sku === SKU)?.offers;
    deepEqual([offer?.price, offer?.eligibleRegion], ["36.90", ["EU"]]);
    deepEqual(
      products.map(({ sku }) => sku),
      csv.map(({ sku }) => sku),
    );
    deepEqual(
      graph.map(({ sku }) => sku),
      csv.map(({ sku }) => sku),
    );
  });

  test("has the plans that its contract and the terms let it sell, where they do", async () => {
    await ownerQuery(
      app.database,
      `insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
       select sku, currency, 1, 4000, 4000, '2026-01-01'
         from catalogue.product, unnest('{EUR,USD}'::text[]) as currency where sold_as = 'code'
       on conflict do nothing`,
    );
    const soldIn = new Map<string, string[]>();
    const { data } = (await app.call("public", "GET /v1/products?limit=100")).body as {
      data: { sku: string }[];
    };
    for (const { sku } of data) {
      const { body } = await app.call("public", `GET /v1/products/${sku}`);
      if (body.soldAs === "code") {
        soldIn.set(sku, (body.details as { soldIn: string[] }).soldIn);
      }
    }
    const seen = new Set<string>();
    for (const [regions, currency] of [
      [["EU"], "EUR"],
      [["US"], "USD"],
      [["US", "CN"], "USD"],
    ] as const) {
      const contract = { name: regions.join(" "), regions, currency, customerGroup: "retail" };
      const other = await resellerDesk(app, { ...contract, email: `${regions.join("-")}@shops.example` });
      const graph = (await other.as("viewer", "GET /v1/feeds/catalogue.jsonld")).body["@graph"];
      const told = (graph as { sku: string; offers: { eligibleRegion: string[] } }[])
        .filter(({ sku }) => soldIn.has(sku))
        .map(({ sku, offers }) => [sku, offers.eligibleRegion]);
      const may = [...soldIn]
        .map(([sku, where]) => [sku, regions.filter((region) => where.includes(region))] as const)
        .filter(([, where]) => where.length > 0);
      deepEqual(told, may, regions.join(" "));
      seen.add(JSON.stringify(told));
    }
    equal(seen.size > 1, true, "the regions make a difference");
  });

  test("has a tag: 304 while nothing changed, another at once when a price, stock or list does", async () => {
    const { headers } = await get("json");
    const tag = String(headers.etag);
    equal((await get("json", { "if-none-match": tag })).statusCode, 304);
    equal((await get("csv", { "if-none-match": tag })).statusCode, 200, "another file");
    const tiers = [{ minQuantity: 1, netMinor: 2900, grossMinor: 3567 }];
    const list = { customerGroup: "wholesale", currency: "EUR", tiers };
    const offer = { stock: 9, leadDays: 1, minQuantity: 1, multiple: 1 };
    const sheet = {
      ...{ productCode: "L-1", name: "Lamp", brand: "Glow", category: "light", summary: "It shines." },
      ...{ specifications: [], weightGrams: 300, models: [], codeSupply: "minted", isListed: true },
    };
    const keep = async (route: string, body: object): Promise<number> => {
      const answer = await app.call("manager", route, body);
      ok(answer.status < 300, `${route}: ${JSON.stringify(answer.body)}`);
      return Number(answer.body.version);
    };
    let version = 0;
    const changes: Readonly<Record<string, () => Promise<unknown>>> = {
      "a product": async () => {
        version = await keep("POST /v1/products", { sku: "LAMP", ...sheet, soldAs: "goods", offer });
      },
      "a price": () => keep("PUT /v1/products/LAMP/prices", list),
      "a price of a plan": () => keep(`PUT /v1/products/${SKU}/prices`, list),
      "its offer": async () => {
        version = await keep("PUT /v1/products/LAMP/offer", { ...offer, stock: 8, version });
      },
      "its name": async () => {
        version = await keep("PUT /v1/products/LAMP", { ...sheet, name: "Torch", version });
      },
      "pieces taken": () => transact(app.platform, systemCaller, (tx) => takeStock(tx, [LAMP])),
      "pieces given back": () => transact(app.platform, systemCaller, (tx) => giveBackStock(tx, [LAMP])),
      "no longer listed": async () => {
        version = await keep("PUT /v1/products/LAMP", { ...sheet, isListed: false, version });
      },
    };
    const tags = [tag];
    for (const [name, change] of Object.entries(changes)) {
      await change();
      const after = String((await get("json", { "if-none-match": tags.at(-1) ?? "" })).headers.etag);
      ok(after !== tags.at(-1), name);
      tags.push(after);
    }
    await keep(`PUT /v1/products/${SKU}/prices`, { ...list, validFrom: "2027-01-01T00:00:00Z" });
    equal((await get("json")).headers.etag, tags.at(-1), "a list that has not begun tells nothing yet");
    await app.moveTo("2027-01-02T00:00:00Z");
    ok((await get("json")).headers.etag !== tags.at(-1), "it has begun");
  });

  test("digests the shelf once: what is written past its marks is seen with the next mark", async () => {
    const tagNow = async () => String((await get("json")).headers.etag);
    const before = await tagNow();
    await ownerQuery(app.database, `update catalogue.product set name = 'Unseen' where sku = '${SKU}'`);
    equal(await tagNow(), before, "nothing was digested again");
    await transact(app.platform, systemCaller, (tx) => giveBackStock(tx, [LAMP]));
    const counted = await tagNow();
    ok(counted !== before, "the offers were");
    await transact(app.platform, systemCaller, (tx) => takeStock(tx, [LAMP]));
    equal(await tagNow(), before, "and the products were not");
  });

  test("is for a reseller's own key alone", async () => {
    equal((await app.http.inject({ method: "GET", url: "/v1/feeds/catalogue.csv" })).statusCode, 401);
    for (const role of ["manager", "reseller", "owner ann@example.com"] as const) {
      const { status } = await app.call(role, "GET /v1/feeds/catalogue.json");
      equal(status, 403, role);
    }
  });

  test("of very many products is written a few hundred at a time, and never held", async () => {
    await ownerQuery(
      app.database,
      `insert into catalogue.product (sku, product_code, name, brand, summary, sold_as, models)
       select 'X-' || lpad(n::text, 6, '0'), 'C' || n, 'Part ' || n, 'Many', '', 'goods', '{}'
         from generate_series(1, 20000) as n;
       insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
       select 'X-' || lpad(n::text, 6, '0'), 'EUR', 1, 100, 123,
         '2026-01-01' from generate_series(1, 20000) as n`,
    );
    const asked = {
      ...{ groups: ["wholesale", "retail"], currency: "EUR", regions: ["EU"], plans: new Map() },
      ...{ at: app.platform.clock.now(), publicUrl: "https://care.example" },
    };
    let [largest, lines] = [0, 0];
    for await (const chunk of feedLines(app.platform, "csv", asked)) {
      largest = Math.max(largest, chunk.length);
      lines += chunk.split("\r\n").length - 1;
    }
    ok(lines > 20_000 && largest < 100_000, `${lines} lines, the largest piece has ${largest} characters`);
  });
});
