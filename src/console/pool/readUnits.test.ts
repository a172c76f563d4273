import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { readUnits } from "./readUnits.ts";

test("a file of units is read by its head, in whatever order and with whatever between its cells", () => {
  const { units } = readUnits(
    '\uFEFFmodel;serial;Region;shelf\r\nosmo-action-4;AC41;EU;"A;1"\r\n\r\nx;AC42;EU;\n',
  );
  deepEqual(units, [
    { serial: "AC41", model: "osmo-action-4", region: "EU", shelf: "A;1" },
    { serial: "AC42", model: "x", region: "EU" },
  ]);
});

test("a head that lacks what every unit needs is told", () => {
  deepEqual(readUnits("serial,shelf\nAC41,A1").missing, ["model", "region"]);
});
