import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { ProblemError } from "../../client/index.ts";
import { asSent, rowFaultsOf } from "./rowFaults.ts";

test("what is wrong with a row stands beside the row", () => {
  const errors = [
    { pointer: "/csv/3/amount", code: "row", message: "Row 3, amount: Write it like 44.25." },
    { pointer: "/csv/1/", code: "row", message: "Row 1: This is no CSV." },
    { pointer: "/to", code: "days", message: "A report ends after it begins." },
  ];
  deepEqual(rowFaultsOf(new ProblemError({ errors }), "id,amount\r\nA,1.00\r\nB,1.005\r\n"), [
    { row: 3, column: "amount", says: "Write it like 44.25.", text: "B,1.005" },
    { row: 1, column: "", says: "This is no CSV.", text: "id,amount" },
  ]);
  deepEqual(rowFaultsOf(undefined, ""), []);
});

test("objects on lines are sent as such", () => {
  deepEqual(asSent(' {"id":"1"}'), { ndjson: ' {"id":"1"}' });
  deepEqual(asSent("id\n1"), { csv: "id\n1" });
});
