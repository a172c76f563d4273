import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { feedLines } from "./feedLines.ts";

const SKU = "U-3889316";

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

  test("has a tag: 304 while nothing changed, another when a price, stock or list does", async () => {
    const { headers } = await get("json");
    const tag = String(headers.etag);
    equal((await get("json", { "if-none-match": tag })).statusCode, 304);
    equal((await get("csv", { "if-none-match": tag })).statusCode, 200, "another file");
    const changes = [
      `update catalogue.offer set stock = 7, lead_days = 1
        where sku = (select min(sku) from catalogue.offer)`,
      `insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor,
         valid_from, customer_group)
       values ('${SKU}', 'EUR', 1, 2900, 3567, '2026-02-01', 'wholesale')`,
      `update catalogue.product set name = name || ' ' where sku = '${SKU}'`,
    ];
    await ownerQuery(
      app.database,
      `insert into catalogue.offer (sku, stock) values ('${SKU}', 9)
       on conflict (sku) do update set stock = 9`,
    );
    let before = String((await get("json")).headers.etag);
    for (const change of changes) {
      await ownerQuery(app.database, change);
      const after = String((await get("json")).headers.etag);
      ok(after !== before, change);
      before = after;
    }
    await ownerQuery(
      app.database,
      `insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor,
         valid_from, customer_group)
       values ('${SKU}', 'EUR', 1, 1000, 1230, '2027-01-01', 'wholesale')`,
    );
    equal((await get("json")).headers.etag, before, "a list that has not begun tells nothing yet");
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
      ...{ groups: ["wholesale", "retail"], currency: "EUR", regions: ["EU"] },
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
