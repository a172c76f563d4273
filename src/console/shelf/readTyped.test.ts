import assert from "node:assert/strict";
import { test } from "node:test";
import { readSpecifications, readSteps, readWords, writeSpecifications } from "./readTyped.ts";

test("steps are read line by line, in the decimals of their currency", () => {
  assert.deepEqual(readSteps("1 36.27 44,25\n\n10 33 40.26", "EUR"), [
    { minQuantity: 1, netMinor: 3_627, grossMinor: 4_425 },
    { minQuantity: 10, netMinor: 3_300, grossMinor: 4_026 },
  ]);
  assert.deepEqual(readSteps("", "EUR"), []);
  for (const [wrong, line] of [
    ["1 36.27", 1],
    ["1 1.00 1.00\n0 1 1", 2],
    ["1 1.001 1.00", 1],
    ["1 1,001 1,00", 1],
    ["1 1.000,00 1,00", 1],
    ["1 1 1 1", 1],
  ] as const) {
    assert.equal(readSteps(wrong, "EUR"), line, wrong);
  }
  assert.equal(readSteps("1 1.00 1.00", "JPY"), 1);
});

test("specifications and words are read as they are written", () => {
  const pairs = [
    { name: "Size", value: "35 V" },
    { name: "Note", value: "a: b" },
  ];
  assert.deepEqual(readSpecifications(writeSpecifications(pairs)), pairs);
  assert.deepEqual(readSpecifications("Alone\n\n"), [{ name: "Alone", value: "Alone" }]);
  assert.deepEqual(readWords(" osmo-action-4, mavic-3 ,"), ["osmo-action-4", "mavic-3"]);
});
