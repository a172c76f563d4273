import assert from "node:assert/strict";
import { test } from "node:test";
import { checkStep, dueStep, orderCommand, orderFields, stepOf, stepsFor } from "./checkoutAnswers.ts";

const person = {
  kind: "person",
  country: "EE",
  name: "Anna",
  email: "anna@example.com",
  vatId: "EE100247019",
};
const home = { ...person, way: "home", line1: "Pikk 1", postcode: "10123", city: "Tallinn" };
const lines = [{ sku: "U-3889316", quantity: 2, seen: { amount: 1, currency: "EUR" } }];

const steps: readonly (readonly [string, Readonly<Record<string, string>>, boolean, string | undefined])[] = [
  ["nothing said", {}, true, "kind"],
  ["a person who has still to say where", { kind: "person" }, false, "country"],
  ["a company without its name", { ...person, kind: "company" }, false, "who"],
  ["codes alone: nothing is sent, nobody is asked where", person, false, undefined],
  ["goods, and no way", person, true, "way"],
  ["goods to the door, and no street", { ...person, way: "home" }, true, "address"],
  ["goods to a point, and none chosen", { ...person, way: "pickup" }, true, "point"],
  ["goods to a door that is known", home, true, undefined],
];

for (const [given, answers, hasGoods, due] of steps) {
  test(`${given}: ${due ?? "all is said"}`, () => {
    assert.equal(dueStep(answers, hasGoods), due);
  });
}

test("an order of codes has no address, a person no VAT number", () => {
  assert.deepEqual(orderCommand(home, { lines, hasGoods: false }), {
    lines: [{ sku: "U-3889316", quantity: 2 }],
    buyer: { email: "anna@example.com", name: "Anna", country: "EE" },
    delivery: { option: "email" },
  });
});

test("a company's order has its name and number, goods their address", () => {
  const company = {
    ...home,
    kind: "company",
    company: "Kite OÜ",
    vatId: "ee 100247019",
    purchaseOrder: "PO-7",
  };
  assert.deepEqual(orderCommand(company, { lines, hasGoods: true }), {
    lines: [{ sku: "U-3889316", quantity: 2 }],
    buyer: {
      email: "anna@example.com",
      name: "Anna",
      country: "EE",
      company: "Kite OÜ",
      vatId: "EE100247019",
    },
    delivery: { option: "home", address: { line1: "Pikk 1", city: "Tallinn", postcode: "10123" } },
    purchaseOrder: "PO-7",
  });
});

test("whatever an order complains of is asked on some page, and each page has its own mistakes", () => {
  for (const field of Object.values(orderFields)) {
    assert.ok(stepOf(field), field);
  }
  for (const step of stepsFor({ way: "pickup" }, true)) {
    assert.notDeepEqual(checkStep(step, { kind: step === "who" ? "company" : "" }), {}, step);
  }
});
