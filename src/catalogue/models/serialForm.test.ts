import { equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { faultsOfForm } from "./modelView.ts";
import { formFault } from "./serialForm.ts";

const RIGHT = ["AC4[0-9A-Z]{7,17}", "(AB|CD)X?[0-9]{5}", "[0-57-9A-F]{4}", "1581F", "A{2,3}B{2,3}C?"];
const WRONG = [
  ...["", "(a+)+", "A*", "A+", "[A-Z", "A{9,1}", ".{5}", "[^A]", "(A|B){2,3}", "A|B", "^A$", "ab"],
  ...["A?B?C?D?", "[A-Z]{1,9}[A-Z]{1,9}[A-Z]{1,9}[A-Z]{1,9}"],
];

test("a form of serials is small enough to be tried at once, and one that is not is refused", () => {
  for (const form of RIGHT) {
    equal(formFault(form), undefined, form);
  }
  for (const form of WRONG) {
    equal(typeof formFault(form), "string", form);
  }
});

test("every form of the seed is one", async () => {
  const seed = path.join(import.meta.dirname, "../seed/seed.json");
  const { models } = JSON.parse(await readFile(seed, "utf8")) as { models: { serialFormat?: string }[] };
  for (const { serialFormat = "" } of models.filter((model) => model.serialFormat !== undefined)) {
    equal(formFault(serialFormat), undefined, serialFormat);
  }
});

test("a form is tried against serials that are known, however they are typed", () => {
  const faults = faultsOfForm("AC4[0-9A-Z]{7,17}", ["AC4 123 4567", "ac4-1234-567", "AC4123", "X"]);
  equal(faults.map(({ pointer }) => pointer).join(), "/tried/2,/tried/3");
  equal(faultsOfForm(null, ["X"]).length, 0);
  equal(faultsOfForm("(", ["X"])[0]?.pointer, "/serialFormat");
});
