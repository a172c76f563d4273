import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Facts, Receipt } from "../index.ts";
import { exchanged } from "../samples/exchanged.ts";
import { sampleTerms } from "../samples/sampleTerms.ts";
import { withFact } from "./factSetting.ts";

const text = readFileSync(new URL("../samples/exchange.terms.md", import.meta.url), "utf8");
const terms = sampleTerms(text);

type Changes = Readonly<Record<string, unknown>>;

const laid = (changes: Changes): Facts =>
  Object.entries(changes).reduce((facts, [name, value]) => withFact(facts, name, value), exchanged);
const clauses = (reasons: readonly { clause: string }[]): string[] => reasons.map(({ clause }) => clause);

const toHolder = { "transfer.to": "holder", "transfer.times": 0 };
const toDevice = {
  "transfer.to": "device",
  "transfer.newPurchasedAt": "2025-08-20T04:00:00Z",
  "transfer.newInWarranty": true,
  "transfer.oldInWarranty": false,
};

/** Whether the plan moves, and the clauses against it. */
const table: readonly (readonly [string, Changes, string, readonly string[]])[] = [
  ["to the next owner", toHolder, "allowed", []],
  ["a second time", { ...toHolder, "transfer.times": 1 }, "refused", ["transfer.holder"]],
  ["of a plan that ended", { ...toHolder, "plan.status": "expired" }, "refused", ["transfer.holder"]],
  ["of a monthly plan", { ...toHolder, "plan.billing": "monthly" }, "refused", ["transfer.monthly"]],
  ["to a new device", toDevice, "allowed", []],
  ["on the last day", { ...toDevice, at: "2025-09-19T15:59:59Z" }, "allowed", []],
  ["the day after", { ...toDevice, at: "2025-09-19T16:00:00Z" }, "refused", ["transfer.device"]],
  [
    "asked for in time",
    { ...toDevice, at: "2025-10-01T00:00:00Z", "transfer.requestedAt": "2025-09-01T00:00:00Z" },
    "allowed",
    [],
  ],
  [
    "from a device in warranty",
    { ...toDevice, "transfer.oldInWarranty": true },
    "refused",
    ["transfer.device"],
  ],
];

for (const [name, changes, outcome, against] of table) {
  test(`${name}: ${outcome}`, () => {
    const receipt = terms.decide("transfer", laid(changes));
    assert.equal(receipt.outcome, outcome);
    assert.deepEqual(clauses(receipt.against), against);
    assert.equal(terms.verdict("transfer", laid(changes)), outcome);
  });
}

test("what the next owner does not get is told with the answer", () => {
  const { because } = terms.decide("transfer", laid(toHolder));
  assert.deepEqual(
    because.map(({ clause, detail }) => [clause, detail]),
    [
      [
        "transfer.holder",
        { to: "holder", times: 1, loses: ["free-look"], conditions: "The next owner accepts these terms." },
      ],
    ],
  );
});

test("a move nobody has described is asked about, and a refused one has its door", () => {
  const { needs } = terms.decide("transfer", laid({ "plan.billing": "term" }));
  assert.ok(needs.includes("transfer.to"));
  const late = terms.decide("transfer", laid({ ...toDevice, at: "2025-09-20T00:00:00Z" }));
  assert.deepEqual(late.doors, [{ door: "new-plan", clause: "transfer.device" }]);
});

/** S74: the device was sold, its new owner has damage, and nobody filed a transfer. */
const policies: readonly (readonly [string, readonly string[], string])[] = [
  ["follows the device", [], "plan"],
  ["needs a transfer", ["when: { transfer.times: at least 1 }", "curable: hold", "door: transfer"], "hold"],
  ["is not transferable", ["when: { holder.isFirstBuyer: yes }"], "paid"],
];

for (const [name, rule, outcome] of policies) {
  test(`S74 a plan that ${name}: ${outcome}`, () => {
    const clause = [
      ...["### 2.6 Owner {#cover.owner}", "", "Who may ask.", "Source: made for the tests.", ""],
      ...[
        "```terms",
        "kind: require",
        "decision: coverage",
        "for: { holder.isFirstBuyer: no }",
        ...rule,
        "```",
        "",
      ],
    ].join("\n");
    const policy =
      rule.length === 0
        ? terms
        : sampleTerms(text, (before) => before.replace("## 3 Sending back", `${clause}\n## 3 Sending back`));
    const sold = laid({ "holder.isFirstBuyer": false, "transfer.times": 0 });
    const receipt: Receipt = policy.decide("coverage", sold);
    assert.equal(receipt.outcome, outcome);
    assert.deepEqual(clauses(receipt.against), rule.length === 0 ? [] : ["cover.owner"]);
    const filed = policy.decide("coverage", laid({ "holder.isFirstBuyer": false, "transfer.times": 1 }));
    assert.equal(filed.outcome, outcome === "hold" ? "plan" : outcome);
  });
}
