import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkTerms, readTerms } from "../index.ts";

const sample = (name: string): string =>
  readFileSync(new URL(`../samples/${name}.terms.md`, import.meta.url), "utf8");

function codesOf(name: string, ...edits: readonly (readonly [string, string])[]): readonly string[] {
  const text = edits.reduce((before, [from, to]) => {
    assert.equal(before.split(from).length, 2, from);
    return before.replace(from, to);
  }, sample(name));
  const { document, findings } = readTerms({ file: "x.terms.md", text });
  return [...findings, ...(document === undefined ? [] : checkTerms(document))].map(({ code }) => code);
}

const alone = "when: { plan.pooled: no }\npresume: { plan.pooled: no }\n";
const shared = "when: { plan.pooled: yes }\n";

/** What is sound, however it is put; and beside it the same with a fault, which is found. */
const put: readonly (readonly [
  name: string,
  file: string,
  readonly (readonly [string, string])[],
  readonly string[],
])[] = [
  [
    "alternatives of two facts and their opposite give no plan two periods",
    "stretched",
    [
      [alone, "when: { any: [{ plan.pooled: no }, { plan.billing: term }] }\n"],
      [shared, "when: { plan.pooled: yes, plan.billing: not term }\n"],
    ],
    [],
  ],
  [
    "nor does a condition and its negation",
    "stretched",
    [
      [alone, "when: { not: { plan.pooled: yes, plan.billing: monthly } }\n"],
      [shared, "when: { plan.pooled: yes, plan.billing: monthly }\n"],
    ],
    [],
  ],
  [
    "alternatives that leave a plan to both are found",
    "stretched",
    [
      [alone, "when: { any: [{ plan.pooled: no }, { plan.billing: term }] }\n"],
      [shared, "when: { plan.pooled: yes }\n"],
    ],
    ["periods_overlap"],
  ],
  [
    "ways that share all cases between them leave no hole",
    "sample",
    [
      [
        "when: { claim.wants: replacement }\npresume: { claim.wants: replacement }\n",
        "when: { incident.cause: not defect }\n",
      ],
      ["when: otherwise", "when: { incident.cause: defect }"],
    ],
    [],
  ],
  [
    "a window for some regions is not always open",
    "sample",
    [["when: { device.activatedAt: never }", "when: { device.region: in regions }"]],
    [],
  ],
  [
    "an exclusion with an exception does not take back all",
    "sample",
    [["when: { incident.cosmeticOnly: yes }", "when: { incident.cause: [collision, drop, water, wear] }"]],
    [],
  ],
  [
    "numbers that leave a case between them can hold",
    "sample",
    [
      [
        "plan.uses: fewer than replacements of plan.product }",
        "all: [{ plan.uses: at least 1 }, { plan.uses: fewer than 3 }] }",
      ],
    ],
    [],
  ],
];

for (const [name, file, edits, expected] of put) {
  test(name, () => {
    assert.deepEqual(codesOf(file, ...edits), expected);
  });
}
