import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { decideResendCodes } from "./decideResendCodes.ts";

const codes = [
  { id: "cod_a", state: "sold" },
  { id: "cod_b", state: "redeemed" },
  { id: "cod_c", state: "sold" },
] as const;

test("unused codes are sent again: all of them, or those that are named", () => {
  deepEqual(decideResendCodes({ codes, wanted: undefined }).accepted, ["cod_a", "cod_c"]);
  deepEqual(decideResendCodes({ codes, wanted: ["cod_c"] }).accepted, ["cod_c"]);
});

test("a used one is not, and one of another order is a mistake", () => {
  equal(decideResendCodes({ codes, wanted: ["cod_a", "cod_b"] }).refused?.code, "nothing_to_send");
  equal(decideResendCodes({ codes: [codes[1]], wanted: undefined }).refused?.code, "nothing_to_send");
  throws(() => decideResendCodes({ codes, wanted: ["cod_x"] }));
});
