import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { readSerials } from "./readSerials.ts";

test("serials are read one from a line, out of a file's first column, without its head", () => {
  deepEqual(readSerials('\uFEFFserial,name\r\n"AC4 1",Ann\r\nAC42;Bob\n\n AC43 \n'), [
    "AC4 1",
    "AC42",
    "AC43",
  ]);
  deepEqual(readSerials(""), []);
});
