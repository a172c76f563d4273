import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { listProducts } from "../../catalogue/index.ts";
import { systemCaller } from "../../platform/index.ts";
import { everyRow } from "../visit/everyRow.ts";
import type { Visit } from "../visit/visit.ts";

/** More than any page of a list has. */
const many = 230;
const anna = "owner anna@example.com";

let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-13T10:00:00Z" });
  await ownerQuery(
    app.database,
    `insert into catalogue.product (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
     select 'Y-' || lpad(n::text, 3, '0'), 'C' || n, 'Plan ' || n, 'Maker', '', 'dji-care-refresh', 'care-1y',
            '{spark}'::text[], 'code'
       from generate_series(1, ${many}) as n
     union all
     select 'Z-LAST', 'CZ', 'The last plan', 'Maker', '', 'dji-care-refresh', 'care-1y',
            '{spark}'::text[], 'code'`,
  );
});

after(() => app.stop());

/** The rows of a list that lead somewhere, page after page. */
async function everyHref(who: Parameters<typeof ownerPages>[1], path: string, begins: string) {
  const pages = ownerPages(app, who);
  const found: string[] = [];
  let read = 0;
  for (let next: string | undefined = path; next !== undefined; read += 1) {
    const { status, leadsTo, html } = await pages.open(next);
    assert.equal(status, 200, next);
    found.push(...leadsTo.filter((to) => to.startsWith(begins) && /^[\w-]+$/.test(to.slice(begins.length))));
    next = /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll("&#61;", "=");
    assert.ok(next === undefined || html.length < 60_000, "a page is a page");
  }
  return { found, read };
}

test("every plan for sale stands on one of the pages, once", async () => {
  const { found, read } = await everyHref("public", "/plans", "/shop/");
  assert.equal(new Set(found).size, found.length, "none twice");
  assert.equal(found.filter((href) => href.startsWith("/shop/Y-")).length, many);
  assert.ok(found.includes("/shop/Z-LAST") && read > 4, `${read} pages`);
  assert.equal((await ownerPages(app, "public").open("/plans?after=%00nothing")).status, 400);
});

test("every order stands on one of the pages, once, the newest first", async () => {
  const placed: string[] = [];
  for (let no = 0; no < 53; no += 1) {
    const { status, body } = await app.call(anna, "POST /v1/orders", {
      lines: [{ sku: "U-3889316", quantity: 1 }],
      buyer: { email: "anna@example.com", name: "Anna", country: "EE" },
      withdrawalShown: true,
      delivery: { option: "email" },
    });
    assert.equal(status, 201, JSON.stringify(body));
    placed.push(`/orders/${String(body.id)}`);
  }
  const { found, read } = await everyHref(anna, "/orders", "/orders/");
  assert.deepEqual([found, read], [placed.toSorted().toReversed(), 2]);
});

test("what is read to its end has the last of many, and each once", async () => {
  const visit = { platform: app.platform, caller: systemCaller } as Visit;
  const skus = (await everyRow(visit, listProducts, { kind: "plan" })).map(({ sku }) => sku);
  assert.equal(skus.at(-1), "Z-LAST");
  assert.ok(skus.length > many && new Set(skus).size === skus.length, `${skus.length} rows`);
});
