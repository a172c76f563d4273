import { deepEqual, equal, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { COLUMN_NAMES } from "./columns.ts";
import { partBytes } from "./partBytes.ts";
import { readOn } from "./readOn.ts";

let app: TestApp;
let suppliers = 0;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

const header = COLUMN_NAMES.join(",");

interface Row {
  readonly key: string;
  readonly sku?: string;
  readonly name?: string;
  readonly stock?: number | string;
  readonly prices?: string;
}

function csvRow({
  key,
  sku = "",
  name = `Thing ${key}`,
  stock = 5,
  prices = "EUR 1:1.00/1.22",
}: Row): string {
  const cells: Record<string, string | number> = {
    ...{ supplier_key: key, sku, product_code: `C-${key}`, name, brand: "Maker", category: "power/battery" },
    ...{ stock, lead_days: 3, prices },
  };
  return COLUMN_NAMES.map((column) => cells[column] ?? "").join(",");
}

const csv = (...rows: readonly Row[]): string => [header, ...rows.map(csvRow)].join("\n");

async function addSupplier(): Promise<string> {
  suppliers += 1;
  const supplier = `house-${suppliers}`;
  const { status } = await app.call("manager", "POST /v1/suppliers", {
    ...{ supplier, name: "The house", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" },
  });
  equal(status, 201);
  return supplier;
}

async function open(supplier: string, text: string, format = "csv", pieces = 3): Promise<string> {
  const opened = await app.call("manager", "POST /v1/imports", { supplier, format, name: "feed.csv" });
  equal(opened.status, 201);
  const { id } = opened.body as { id: string };
  const size = Math.ceil(text.length / pieces);
  for (let no = 1; (no - 1) * size < text.length; no += 1) {
    const part = { no, text: text.slice((no - 1) * size, no * size) };
    equal((await app.call("manager", `POST /v1/imports/${id}/parts`, part)).status, 201);
  }
  return id;
}

async function read(id: string, check = false): Promise<Record<string, unknown>> {
  equal((await app.call("manager", `POST /v1/imports/${id}/start`, { check })).status, 200);
  await app.platform.jobs.drained();
  return (await app.call("manager", `GET /v1/imports/${id}`)).body as Record<string, unknown>;
}

async function shelf(supplier: string): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await app.platform.database.query(
    {
      name: `shelf_of_${supplier}`,
      text: `select sku, name, stock, changed_at::text as "changedAt", product.xmax::text as locked,
                    (select count(*)::integer from catalogue.price where price.sku = offer.sku) as prices
               from catalogue.offer join catalogue.product using (sku) where supplier = $1 order by sku`,
    },
    [supplier],
  );
  return rows;
}

test("a file is read into the shelf, whatever its parts, and again it changes nothing", async () => {
  const supplier = await addSupplier();
  const text = csv(
    { key: "a" },
    { key: "b", prices: "EUR 1:1.00/1.22 10:0.90/1.10" },
    { key: "c", sku: "OWN-1" },
  );
  const { state, rows, bytesDone, bytesTotal } = await read(await open(supplier, text));
  deepEqual([state, rows], ["done", { new: 3, changed: 0, same: 0, refused: 0 }]);
  equal(bytesDone, bytesTotal);
  const there = await shelf(supplier);
  deepEqual(
    there.map(({ sku, stock, prices }) => [sku, stock, prices]),
    [
      ["OWN-1", 5, 1],
      [`${supplier}-a`, 5, 1],
      [`${supplier}-b`, 5, 2],
    ],
  );
  await app.moveTo("2026-06-02T10:00:00Z");
  const again = await read(await open(supplier, text));
  deepEqual(again.rows, { new: 0, changed: 0, same: 3, refused: 0 });
  deepEqual(await shelf(supplier), there);
});

test("what a feed changes is written, and no more", async () => {
  const supplier = await addSupplier();
  await read(await open(supplier, csv({ key: "a" }, { key: "b" }, { key: "c" }, { key: "d" })));
  const locked = (await shelf(supplier)).map((own) => own.locked);
  await app.moveTo("2026-06-03T10:00:00Z");
  const next = csv(
    { key: "a", stock: 0 },
    { key: "b", prices: "EUR 1:2.00/2.44" },
    { key: "c", name: "New" },
    { key: "d" },
  );
  const { rows } = await read(await open(supplier, next));
  deepEqual(rows, { new: 0, changed: 3, same: 1, refused: 0 });
  deepEqual(
    (await shelf(supplier)).map(({ name, stock, prices }) => [name, stock, prices]),
    [
      ["Thing a", 0, 1],
      ["Thing b", 5, 2],
      ["New", 5, 1],
      ["Thing d", 5, 1],
    ],
  );
  // A lock is written into the row: of another price or stock the product is not even locked.
  const isWritten = (await shelf(supplier)).map((own, place) => own.locked !== locked[place]);
  deepEqual(isWritten, [false, false, true, false]);
});

test("a check tells everything and writes nothing; then the same file is written", async () => {
  const supplier = await addSupplier();
  const id = await open(supplier, csv({ key: "a" }, { key: "b", stock: "many" }));
  const checked = await read(id, true);
  deepEqual([checked.state, checked.rows], ["done", { new: 1, changed: 0, same: 0, refused: 1 }]);
  deepEqual(await shelf(supplier), []);
  const written = await read(id);
  deepEqual(written.rows, checked.rows);
  equal((await shelf(supplier)).length, 1);
  const told = await app.call("manager", `GET /v1/imports/${id}/refusals`);
  deepEqual(told.body, {
    data: [
      {
        ...{ line: 3, field: "stock", code: "number", given: "many" },
        says: "A whole number from 0 to 10,000,000, in digits alone.",
      },
    ],
    nextCursor: null,
  });
});

test("of NDJSON each line is a product", async () => {
  const supplier = await addSupplier();
  const line = (supplierKey: string, price: string) =>
    JSON.stringify({
      ...{ supplierKey, productCode: "C", name: "Thing", brand: "Maker", category: "power" },
      prices: [{ currency: "EUR", minQuantity: 1, net: price, gross: price }],
    });
  const text = [line("a", "1.00"), "{", line("b", "x"), "", line("c", "2.00")].join("\n");
  const { rows } = await read(await open(supplier, text, "ndjson"));
  deepEqual(rows, { new: 2, changed: 0, same: 0, refused: 2 });
});

test("a SKU is one product's, and a key keeps its SKU", async () => {
  const supplier = await addSupplier();
  const other = await addSupplier();
  await read(await open(supplier, csv({ key: "a", sku: "ONE" }, { key: "b" })));
  const taken = csv({ key: "x", sku: "ONE" }, { key: "y", sku: "U-3889316" }, { key: "z" }, { key: "z" });
  const id = await open(other, taken);
  deepEqual((await read(id)).rows, { new: 1, changed: 0, same: 0, refused: 3 });
  const told = (await app.call("manager", `GET /v1/imports/${id}/refusals`)).body as {
    data: { line: number; code: string }[];
  };
  deepEqual(
    told.data.map(({ line, code }) => [line, code]),
    [
      [2, "sku_taken"],
      [3, "sku_taken"],
      [5, "row_twice"],
    ],
  );
  const moved = await read(await open(supplier, csv({ key: "a", sku: "TWO" })));
  deepEqual(moved.rows, { new: 0, changed: 0, same: 0, refused: 1 });
});

test("a file whose columns are wrong is not read, and says which", async () => {
  const supplier = await addSupplier();
  const { state, failure } = await read(await open(supplier, "supplier_key,colour\na,red\n"));
  equal(state, "failed");
  ok(String(failure).startsWith("These columns are missing: product_code, name, brand, category, prices."));
});

/** More than one block, so that reading has somewhere to stop. */
const manyRows = (count: number, ...stocks: number[]): string => {
  const words = "word ".repeat(30);
  const rows = (stocks.length === 0 ? [5] : stocks).flatMap((stock) =>
    Array.from({ length: count }, (_, no) => ({ key: `k${no}`, name: `${words}${no}`, stock })),
  );
  return csv(...rows);
};

test("stopped between two blocks it goes on; read by several at once, each row is there once", async () => {
  const supplier = await addSupplier();
  const { platform } = app;
  const text = manyRows(9_000);
  const id = await open(supplier, text, "csv", 8);
  const importId = id.slice("imp_".length);
  const started = app.call("manager", `POST /v1/imports/${id}/start`, {});
  equal((await started).status, 200);
  const open1 = partBytes(platform.database, importId);
  const ends = await Promise.all([
    readOn(platform, importId, open1),
    readOn(platform, importId, open1),
    readOn(platform, importId, open1, { stopAt: 0 }),
  ]);
  await platform.jobs.drained();
  ok(ends.length === 3);
  const shown = (await app.call("manager", `GET /v1/imports/${id}`)).body as Record<string, unknown>;
  deepEqual([shown.state, shown.rows], ["done", { new: 9_000, changed: 0, same: 0, refused: 0 }]);
  equal((await shelf(supplier)).length, 9_000);
});

test("of rows in two blocks that tell of the same goods the later one counts", async () => {
  const supplier = await addSupplier();
  // Each row comes again behind so many others that it stands in one of the next two blocks.
  const fresh = await read(await open(supplier, manyRows(7_000, 5, 7), "csv", 8));
  deepEqual(fresh.rows, { new: 7_000, changed: 7_000, same: 0, refused: 0 });
  const again = await read(await open(supplier, manyRows(7_000, 9, 7), "csv", 8));
  deepEqual(again.rows, { new: 0, changed: 14_000, same: 0, refused: 0 });
  deepEqual(new Set((await shelf(supplier)).map(({ stock }) => stock)), new Set([7]));
});

test("an import is stopped by a person, and goes on", async () => {
  const supplier = await addSupplier();
  const id = await open(supplier, manyRows(10), "csv", 1);
  equal((await app.call("manager", `POST /v1/imports/${id}/stop`, {})).status, 409);
  const done = await read(id);
  equal(done.state, "done");
  const over = await app.call("manager", `POST /v1/imports/${id}/start`, {});
  deepEqual([over.status, (over.body as { code: string }).code], [409, "import_over"]);
});

test("parts come in order, once, and before the start", async () => {
  const supplier = await addSupplier();
  const id = await open(supplier, csv({ key: "a" }), "csv", 2);
  const late = await app.call("manager", `POST /v1/imports/${id}/parts`, { no: 2, text: "x" });
  deepEqual([late.status, (late.body as { code: string }).code], [409, "part_out_of_order"]);
  await read(id);
  const closed = await app.call("manager", `POST /v1/imports/${id}/parts`, { no: 3, text: "x" });
  deepEqual([closed.status, (closed.body as { code: string }).code], [409, "import_not_open"]);
});
