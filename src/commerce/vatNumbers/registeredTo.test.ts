import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { registeredTo } from "./registeredTo.ts";

test("a name is the same however it is written, and another one is said", () => {
  equal(registeredTo("Northlight", null), null);
  for (const [told, registered, isSame] of [
    ["Northlight O\u00dc", "NORTHLIGHT OU", true],
    ["North-Light, Ltd.", "NORTH LIGHT LTD", true],
    ["Northlight", "Northlight Ltd", false],
    ["", "Northlight", false],
  ] as const) {
    deepEqual(registeredTo(told, registered), { name: registered, isSame });
  }
});
