import { deepEqual, equal, ok } from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { COLUMN_NAMES } from "../imports/columns.ts";
import { openReader } from "../imports/openReader.ts";
import type { ExportedProduct } from "./exportedProductStore.ts";
import { csvHeader, csvLine, ndjsonLine } from "./fileLine.ts";

let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

const said = (most: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: most })
    .map((text) => text.replaceAll(/[\p{C}\\]/gu, "").trim())
    .filter((text) => text !== "");
const named = fc
  .tuple(
    said(20)
      .map((text) => text.replaceAll(/[:;]/g, "").trim())
      .filter((text) => text !== ""),
    said(20),
  )
  .map(([name, value]) => ({ name, value }));
const tiers = fc
  .uniqueArray(
    fc.record({
      currency: fc.constantFrom("EUR", "JPY"),
      minQuantity: fc.integer({ min: 1, max: 99 }),
      netMinor: fc.nat(1_000_000),
    }),
    { minLength: 1, maxLength: 5, selector: ({ currency, minQuantity }) => `${currency} ${minQuantity}` },
  )
  .map((drawn) =>
    ["EUR", "JPY"].flatMap((currency) =>
      drawn
        .filter((tier) => tier.currency === currency)
        .toSorted((one, other) => one.minQuantity - other.minQuantity)
        .map((tier) => ({ ...tier, grossMinor: tier.netMinor + 10 })),
    ),
  );
const product: fc.Arbitrary<ExportedProduct> = fc.record({
  sku: fc.stringMatching(/^[A-Za-z0-9._-]{1,20}$/),
  supplierKey: said(40),
  productCode: said(40),
  supplierCode: fc.option(said(40)),
  name: said(40),
  brand: said(30),
  category: fc.constantFrom("power", "power/battery"),
  summary: fc.oneof(fc.constantFrom("", "=1+1", "'=1", "-x", "@home", "''+"), said(60)),
  description: fc.oneof(fc.constantFrom("", 'Two\nlines, "quoted"; and more'), said(60)),
  specifications: fc.array(named, { maxLength: 3 }),
  parameters: fc.array(named, { maxLength: 3 }),
  photoUrl: fc.constantFrom(null, "https://example.org/a.jpg"),
  gtin: fc.constantFrom(null, "4006381333931"),
  weightGrams: fc.nat(1_000_000),
  minQuantity: fc.integer({ min: 1, max: 100 }),
  multiple: fc.integer({ min: 1, max: 100 }),
  stock: fc.nat(1_000),
  leadDays: fc.nat(365),
  prices: tiers,
});

/** The one row of a file, read. */
async function readBack(format: "csv" | "ndjson", text: string): Promise<unknown> {
  const bytes = Buffer.from(text);
  const reader = await openReader(format, async function* open(from) {
    yield bytes.subarray(from);
  });
  ok("read" in reader);
  const { begins } = reader;
  const rows = reader.read({
    ...{ bytes: bytes.subarray(begins.bytes), line: begins.lines + 1 },
    endsAt: { bytes: bytes.length, lines: 9 },
  });
  return rows.map((row) => row.product ?? row.faults);
}

test("what is exported is read back as it was, from CSV and from NDJSON", async () => {
  await fc.assert(
    fc.asyncProperty(product, async (told) => {
      const fields = Object.entries(told).map(([name, value]) => [name, value ?? undefined]);
      const expected = [Object.fromEntries(fields)];
      deepEqual(await readBack("csv", csvHeader() + csvLine(told)), expected);
      deepEqual(await readBack("ndjson", ndjsonLine(told)), expected);
    }),
    { numRuns: 200 },
  );
});

async function importText(text: string, format: string): Promise<Record<string, unknown>> {
  const { body } = await app.call("manager", "POST /v1/imports", { supplier: "mill", format, name: "x" });
  const id = String(body.id);
  await app.call("manager", `POST /v1/imports/${id}/parts`, { no: 1, text });
  await app.call("manager", `POST /v1/imports/${id}/start`, {});
  await app.platform.jobs.drained();
  return (await app.call("manager", `GET /v1/imports/${id}`)).body;
}

test("a file that is imported again changes nothing; it is for those who keep the shelf", async () => {
  await app.call("manager", "POST /v1/suppliers", {
    ...{ supplier: "mill", name: "The mill", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" },
  });
  const rows = Array.from({ length: 1_203 }, (_, no) => ({
    ...{ supplier_key: `k${no}`, product_code: `C-${no}`, name: no === 7 ? "'=cmd" : `Thing ${no}` },
    ...{ brand: "Maker", category: "power", stock: no, prices: "EUR 1:1.00/1.22 10:0.90/1.10; JPY 1:5/6" },
    specifications: "Size: 5; Note: a\\; b",
  }));
  const line = (row: Readonly<Record<string, string | number>>) =>
    COLUMN_NAMES.map((column) => `"${row[column] ?? ""}"`).join(",");
  const first = await importText([COLUMN_NAMES.join(","), ...rows.map(line)].join("\n"), "csv");
  deepEqual(first.rows, { new: 1_203, changed: 0, same: 0, refused: 0 });
  const as = async (who: "manager" | "reseller", url: string) =>
    await app.http.inject({ url, headers: { authorization: await app.authorization(who) } });
  for (const format of ["csv", "ndjson"]) {
    const url = `/v1/products.${format}?supplier=mill`;
    const file = await as("manager", url);
    equal(file.statusCode, 200);
    const again = await importText(file.body, format);
    deepEqual([again.state, again.rows], ["done", { new: 0, changed: 0, same: 1_203, refused: 0 }]);
    equal((await as("reseller", url)).statusCode, 403);
    equal((await app.http.inject({ url })).statusCode, 401);
  }
  const whole = await as("manager", "/v1/products.ndjson");
  ok(whole.body.includes('"sku":"U-3889316"'), "what no supplier sends is in the whole file");
});
