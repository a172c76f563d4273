import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readCsv, readNdjson } from "./readCsv.ts";
import { readLines } from "./readLines.ts";

const days = { from: Temporal.PlainDate.from("2026-06-01"), to: Temporal.PlainDate.from("2026-06-30") };
const HEADER = "id,entry,at,amount,currency,reference";
const bank = (...rows: string[]) => {
  const read = readCsv([HEADER, ...rows].join("\n"), "bank");
  return Array.isArray(read) ? readLines(read, "bank", days) : { lines: [], faults: [read] };
};
const columnsOf = ({ faults }: ReturnType<typeof bank>) => faults.map(({ row, column }) => [row, column]);

test("each row that cannot be read is told with its column; the others are read", () => {
  const read = bank(
    "a,credit,2026-06-02,1.00,EUR,x",
    "b,gift,2026-06-02,1.00,EUR,x",
    "c,credit,2026-06-31,1.00,EUR,x",
    "d,credit,2026-07-01,1.00,EUR,x",
    "e,credit,2026-06-02,1.001,EUR,x",
    "f,credit,2026-06-02,-1.00,EUR,x",
    "g,credit,2026-06-02,1.00,EURO,x",
    ",credit,2026-06-02,1.00,EUR,x",
    "a,credit,2026-06-02,2.00,EUR,x",
    "h,credit,2026-06-02,1.00,EUR",
    "i,credit,2026-06-02T23:59:59+02:00,500,JPY,",
  );
  deepEqual(columnsOf(read), [
    [3, "entry"],
    [4, "at"],
    [5, "at"],
    [6, "amount"],
    [7, "amount"],
    [8, "currency"],
    [9, "id"],
    [10, "id"],
    [11, ""],
  ]);
  deepEqual(
    read.lines.map(({ theirId, amountMinor }) => [theirId, amountMinor]),
    [
      ["a", 100],
      ["i", 500],
    ],
  );
});

test("a header that names too little, too much or twice is the one fault", () => {
  for (const [header, column] of [
    ["id,entry,at,amount,currency", "reference"],
    [`${HEADER},note`, "note"],
    [`${HEADER},id`, "id"],
  ] as const) {
    const read = readCsv(`${header}\n`, "bank");
    equal(Array.isArray(read) ? undefined : (read as { column: string }).column, column);
  }
});

test("NDJSON is read line by line, and what is no flat object is told with its line", () => {
  const good =
    '{"id":"a","entry":"credit","at":"2026-06-02","amount":"1.00","currency":"EUR","reference":""}';
  const read = readNdjson(`${good}\n\n`);
  equal(Array.isArray(read) && readLines(read, "bank", days).lines.length, 1);
  for (const bad of ["[]", "{", '{"id":{}}', "null"]) {
    const fault = readNdjson(`${good}\n${bad}`);
    equal(Array.isArray(fault) ? undefined : (fault as { row: number }).row, 2);
  }
});

test("what no database keeps, and what nobody moves at once, is told with its column", () => {
  const line = { id: "a", entry: "credit", at: "2026-06-02", amount: "1.00", currency: "EUR", reference: "" };
  for (const [wrong, column] of [
    [{ reference: "a\u0000b" }, "reference"],
    [{ id: "\ud800" }, "id"],
    [{ reference: "two\nlines" }, "reference"],
    [{ amount: "10000000000.01" }, "amount"],
    [{ amount: "10000000000.00" }, undefined],
  ] as const) {
    const read = readNdjson(JSON.stringify({ ...line, ...wrong }));
    const faults = Array.isArray(read) ? readLines(read, "bank", days).faults : [read];
    equal((faults as readonly { column: string }[])[0]?.column, column);
  }
});
