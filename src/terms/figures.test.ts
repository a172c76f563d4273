import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf } from "./figures.ts";
import { readTerms } from "./reading/readTerms.ts";
import { smallText } from "./samples/smallTerms.ts";

function feeIn(fee: string): string | undefined {
  const text = smallText(`refund.later\nkind: refund\nformula: pro-rata\nfee: ${fee}`);
  const { document, findings } = readTerms({ file: "fee.terms.md", text });
  return figuresOf(document ?? assert.fail(JSON.stringify(findings)))("refund.later", "fee");
}

const table: readonly (readonly [string, string])[] = [
  ["50.00 EUR", "50.00 EUR"],
  ["10 % of plan.price", "10 % of the price of the plan"],
  [
    "least of 25.00 EUR and 10 % of pro-rata",
    "the lesser of 25.00 EUR and 10 % of the part for the days that are left",
  ],
  [
    "greatest of 25.00 EUR and 5 % of plan.price",
    "the greater of 25.00 EUR and 5 % of the price of the plan",
  ],
];

for (const [written, printed] of table) {
  test(`a fee of ${written} reads: ${printed}`, () => {
    assert.equal(feeIn(written), printed);
  });
}

const moments = {
  scan: "the moment we choose it for you",
  shipment: "the moment we send it or hand it to you",
  delivery: "the moment it reaches you",
  return: "the moment nothing is awaited back from you",
};

for (const [written, printed] of Object.entries(moments)) {
  test(`a plan that moves at ${written} reads: ${printed}`, () => {
    const route = `route.plan\nkind: route\nroute: plan\nfee: 0\nrebinds: yes\nrebinds-at: ${written}`;
    const { document } = readTerms({ file: "moves.terms.md", text: smallText(route) });
    const figureOf = figuresOf(document ?? assert.fail("it cannot be read"));
    assert.deepEqual(
      [figureOf("route.plan", "rebinds-at"), figureOf("other", "route.plan/rebinds-at")],
      [printed, printed],
    );
  });
}

test("the moment of a plan that names none is no figure", () => {
  const route = "route.plan\nkind: route\nroute: plan\nfee: 0\nrebinds: yes";
  const { document } = readTerms({ file: "moves.terms.md", text: smallText(route) });
  assert.equal(
    figuresOf(document ?? assert.fail("it cannot be read"))("route.plan", "rebinds-at"),
    undefined,
  );
});
