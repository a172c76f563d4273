import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Column } from "./dataTable.tsx";
import { fileColumns } from "./fileColumns.ts";

type Row = { readonly name: string; readonly paid: { amount: number; currency: string | null } | null };

const columns: readonly Column<Row>[] = [
  { id: "name", head: "Name", value: ({ name }) => name, cell: () => null },
  { id: "paid", head: "Paid", value: ({ paid }) => paid?.amount, sum: ({ paid }) => paid, cell: () => null },
];

test("a sum is a number in a file, with its currency beside it", () => {
  const inFile = fileColumns(columns);
  deepEqual(
    inFile.map(({ head }) => head),
    ["Name", "Paid", "Paid, currency"],
  );
  const cells = (row: Row) => inFile.map(({ cell }) => cell(row));
  deepEqual(cells({ name: "a", paid: { amount: -2575, currency: "EUR" } }), ["a", -25.75, "EUR"]);
  deepEqual(cells({ name: "b", paid: { amount: 1_500_000, currency: "JPY" } }), ["b", 1_500_000, "JPY"]);
  deepEqual(cells({ name: "c", paid: { amount: -1_005, currency: "KWD" } }), ["c", -1.005, "KWD"]);
  deepEqual(cells({ name: "n", paid: { amount: 3, currency: null } }), ["n", 3, undefined]);
  deepEqual(cells({ name: "d", paid: null }), ["d", undefined, undefined]);
});
