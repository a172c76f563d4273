import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { type TestApp, testApp } from "../../test/support/testApp.ts";

let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

interface Listed {
  readonly data: readonly { readonly sku: string }[];
  readonly nextCursor: string | null;
}

async function list(query: string): Promise<Listed> {
  const { status, body } = await app.call("public", `GET /v1/products${query}`);
  equal(status, 200);
  return body as unknown as Listed;
}

const skus = ({ data }: Listed): string[] => data.map(({ sku }) => sku);

test("anybody sees the catalogue, page by page", async () => {
  const all = await list("");
  equal(all.nextCursor, null);
  equal(all.data.length, 7);
  const paged: string[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const next: Listed = await list(`?limit=3${after === "" ? "" : `&after=${after}`}`);
    paged.push(...skus(next));
    after = next.nextCursor;
  }
  deepEqual(paged, skus(all));
});

test("products are found by words in names, codes and models, and by brand", async () => {
  deepEqual(skus(await list("?search=cp.qt.00008540")), ["U-3889316"]);
  deepEqual(skus(await list("?search=OSMO-ACTION-4")), ["U-3889316"]);
  deepEqual(skus(await list("?search=spark&brand=dji")), ["CARE-1Y-SPARK"]);
  deepEqual(skus(await list("?search=spark&brand=other")), []);
  deepEqual(skus(await list("?search=%25")), [], "a percent sign is a sign, not a pattern");
});

test("the seed product tells its price, its plan, its fees, and what is not covered", async () => {
  const { status, body } = await app.call("public", "GET /v1/products/U-3889316");
  equal(status, 200);
  const details = body.details as Record<string, unknown>;
  deepEqual(body.prices, [
    { minQuantity: 1, net: { amount: 3_627, currency: "EUR" }, gross: { amount: 4_425, currency: "EUR" } },
  ]);
  deepEqual(
    [body.minQuantity, body.multiple, body.stock, body.delivery],
    [1, 1, "on_demand", { option: "email", promisedOn: "2026-06-01" }],
  );
  deepEqual([details.length, details.replacements, details.warrantyExtension], ["24 months", 3, null]);
  deepEqual(details.soldIn, ["EU"]);
  const fee = (nth: number, amount: number) => ({
    nth,
    fee: { amount, currency: "PLN" },
    clause: "fee.table",
  });
  deepEqual(details.fees, [
    { model: "osmo-action-4", region: "EU", fees: [fee(1, 11_900), fee(2, 18_500), fee(3, 24_900)] },
  ]);
  const notCovered = details.notCovered as readonly { clause: string; title: string; html: string }[];
  equal(notCovered.length >= 10, true);
  equal(
    notCovered.every(({ clause, title, html }) => clause !== "" && title !== "" && html.startsWith("<p>")),
    true,
  );
});

test("the terms in force are shown clause by clause, with figures filled in", async () => {
  const { status, body } = await app.call("public", "GET /v1/terms/dji-care-refresh");
  equal(status, 200);
  deepEqual([body.version, body.effectiveOn, body.language], ["2025-06", "2025-06-01", "en"]);
  equal((body.regions as readonly unknown[]).length, 12);
  const clauses = body.clauses as readonly { id: string; number: string; html: string }[];
  equal(
    clauses.some(({ html }) => html.includes("{{")),
    false,
  );
  equal(clauses.find(({ id }) => id === "offer.region")?.number, "2.1");
});

test("the terms name their plans, and a version that is named is shown as it was published", async () => {
  const inForce = await app.call("public", "GET /v1/terms/dji-care-refresh");
  const named = await app.call("public", "GET /v1/terms/dji-care-refresh?version=2025-06");
  deepEqual(named, inForce);
  deepEqual(inForce.body.plans, [
    { product: "care-1y", name: "One-year plan" },
    { product: "care-2y", name: "Two-year plan" },
    { product: "care-plus", name: "Care Refresh+" },
  ]);
  equal((await app.call("public", "GET /v1/terms/dji-care-refresh?version=1999")).status, 404);
});

test("what is not there is not found, and a wrong question is said to be wrong", async () => {
  equal((await app.call("public", "GET /v1/products/NO-SUCH-SKU")).status, 404);
  equal((await app.call("public", "GET /v1/terms/no-such-programme")).status, 404);
  for (const query of ["?limit=0", "?limit=201", "?limit=x", "?colour=red", `?search=${"x".repeat(101)}`]) {
    const { status, body } = await app.call("public", `GET /v1/products${query}`);
    deepEqual([query, status, body.code], [query, 400, "bad_request"]);
  }
});
