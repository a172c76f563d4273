import assert from "node:assert/strict";
import { test } from "node:test";
import { smallText } from "../samples/smallTerms.ts";
import { readTerms } from "./readTerms.ts";

const limit = (fields: string): string => `limit\nkind: benefit\nbenefit: replacement\n${fields}`;
const table = (columns: string, ...rows: readonly string[]): string =>
  [
    "fee",
    "kind: fee",
    "tax: included",
    "picks-by: claim.at",
    "",
    columns,
    columns.replaceAll(/[^|]+/g, "---"),
    ...rows,
  ].join("\n");
const priced = table("| currency | each |", "| PLN | 1 |");

/** Each with one defect, and the finding that names it; the last ones have none. */
const rows: readonly (readonly [string, ...string[]])[] = [
  ["benefit_unknown", limit("grants: 1\nsub-limit-of: all")],
  ["benefit_unknown", limit("grants: 1\neither-or: [failure]")],
  ["benefit_circular", limit("grants: 1\nsub-limit-of: replacement")],
  [
    "benefit_circular",
    limit("grants: 1\nsub-limit-of: flyaway"),
    "fly\nkind: benefit\nbenefit: flyaway\ngrants: 1\nsub-limit-of: replacement",
  ],
  ["balance_missing", limit("grants: 100.00 PLN")],
  ["balance_unfit", limit("grants: 3\nbalance: plan.balance")],
  ["carry_unfit", limit("grants: 3\ncarry: next")],
  [
    "deducts_unfit",
    limit("grants: 3"),
    "way\nkind: route\nroute: plan\nuses: replacement\ndeducts: claim.quote",
  ],
  [
    "deducts_missing",
    limit("grants: unlimited\nbalance: plan.balance"),
    "way\nkind: route\nroute: plan\nuses: replacement",
  ],
  ["fee_twice", priced.replace("tax: included", "tax: included\nshare: 50 % of claim.quote")],
  ["share_missing", priced.replace("tax: included", "tax: included\nat-least: 5.00 PLN")],
  [
    "limits_contradict",
    "fee\nkind: fee\ntax: included\nshare: 50 % of claim.quote\nat-least: 5.00 PLN\nat-most: 4.00 PLN",
  ],
  [
    "picks_by_missing",
    table("| currency | from | each |", "| PLN | none | 1 |").replace("picks-by: claim.at\n", ""),
  ],
  ["date_invalid", table("| currency | from | each |", "| PLN | 2026-02-30 | 1 |")],
  ["window_empty", table("| currency | from | until | each |", "| PLN | 2026-02-03 | 2026-02-02 | 1 |")],
  [
    "row_twice",
    table(
      "| currency | from | until | each |",
      "| PLN | none | 2026-02-03 | 1 |",
      "| PLN | 2026-02-03 | none | 2 |",
    ),
  ],
  [
    "row_twice",
    table("| part | currency | each |", "| screen, lens | PLN | 1 |", "| lens, motor | PLN | 2 |"),
  ],
  ["row_twice", table("| channel | currency | each |", "| any | PLN | 1 |", "| online | PLN | 2 |")],
  ["row_twice", table("| channel | currency | each |", "| any other | PLN | 1 |", "| any other | PLN | 2 |")],
  ["value_unknown", table("| part | currency | each |", "| scren | PLN | 1 |")],
  ["value_unknown", table("| state | currency | each |", "| Texas | PLN | 1 |")],
  [
    "benefit_unknown",
    limit("grants: 2"),
    table("| currency | 1st | 2nd |", "| PLN | 1 | 2 |").replace("tax:", "benefit: other\ntax:"),
  ],
  [
    "window_empty",
    "renew\nkind: renewal\nto: one\nwhen: { plan.status: active }\nremind-from: 5 days\nremind-until: 9 days",
  ],
  ["field_missing", "renew\nkind: renewal\nto: one\nwhen: { plan.status: active }\nremind-until: 9 days"],
  ["", limit("grants: 1\nper: contract-year\ncarry: next")],
  [
    "",
    table(
      "| part | currency | each |",
      "| screen | PLN | 1 |",
      "| screen, lens | PLN | 2 |",
      "| any other | PLN | 3 |",
    ),
  ],
  [
    "",
    table(
      "| currency | from | until | each |",
      "| PLN | none | 2026-02-03 | 1 |",
      "| PLN | 2026-02-04 | none | 2 |",
    ),
  ],
];

test("what benefits, fees and ways say wrongly of one another is found, each by its code", () => {
  for (const [code, ...clauses] of rows) {
    const { findings } = readTerms({ file: "small.terms.md", text: smallText(...clauses) });
    const found = findings.filter(({ severity }) => severity === "error").map((each) => each.code);
    assert.deepEqual([...new Set(found)], code === "" ? [] : [code], clauses.join("\n\n"));
  }
});
