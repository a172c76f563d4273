import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { withFact } from "../deciding/factSetting.ts";
import type { Decision, Facts, Receipt } from "../index.ts";
import { cardText, forAuditor, forOwner, forStaff, readTerms } from "../index.ts";
import { exchanged } from "../samples/exchanged.ts";
import { coveredClip, freshHawk, sampleTerms } from "../samples/sampleTerms.ts";

const textOf = (file: string): string => readFileSync(new URL(`../samples/${file}`, import.meta.url), "utf8");
const sample = sampleTerms(textOf("sample.terms.md"));
const exchange = sampleTerms(textOf("exchange.terms.md"));

type Changes = Readonly<Record<string, unknown>>;

const laid = (base: Facts, changes: Changes): Facts =>
  Object.entries(changes).reduce((facts, [name, value]) => withFact(facts, name, value), base);
const cover = (changes: Changes = {}): Receipt => sample.decide("coverage", laid(coveredClip, changes));
const bind = (changes: Changes): Receipt => sample.decide("activation", laid(freshHawk, changes));
const swap = (decision: Decision, changes: Changes = {}): Receipt =>
  exchange.decide(decision, laid(exchanged, changes));

const back = {
  at: "2025-09-10T10:00:00Z",
  "claim.returnedAt": "2025-09-10T09:00:00Z",
  "claim.returnedSerial": "H1",
  "claim.returnedParts": ["aircraft", "gimbal", "battery"],
};

/** What the owner reads. */
const table: readonly (readonly [Receipt, string])[] = [
  [cover(), "Your plan covers this and you pay 119.00 PLN."],
  [cover({ "incident.cause": "defect" }), "The maker's warranty covers this and you pay nothing."],
  [
    cover({ "plan.uses": 3 }),
    "Your plan does not cover this, and we can do it at your expense: You have 2 replacements with the " +
      "one-year plan. We tell you the price before you decide.",
  ],
  [
    cover({ "claim.returnedParts": ["camera"] }),
    "Something is still missing: Send the parts in 1.1 within 14 days of the claim. What is missing: still " +
      "to come: battery.",
  ],
  [
    cover({ "claim.currency": "NOK" }),
    "Our terms do not settle this case, so one of our people decides and writes to you.",
  ],
  [cover({ "claim.currency": "unknown" }), "We cannot say yet. Please tell us the currency of the claim."],
  [
    cover({ "incident.intentional": "unknown" }),
    "We cannot say yet. We find out whether the damage was done on purpose, and you need do nothing.",
  ],
  [bind({}), "The plan can be activated for this device. This is open until 3 March 2026, 13:00."],
  [
    bind({ at: "2026-03-03T12:47:00Z" }),
    "The plan cannot be activated for this device: Within 48 hours of the first activation (47 minutes too " +
      "late). What you can still do: show us the device in a video.",
  ],
  [
    swap("coverage"),
    "Your plan covers this and you pay 39.00 USD. Please send us: aircraft, gimbal, battery.",
  ],
  [
    swap("coverage", { signals: [{ kind: "photo-seen-before", weight: 90 }] }),
    "Something is still missing: Where a case looks odd, one of our people looks at it before we answer. " +
      "One of our people looks at it first, and you need do nothing.",
  ],
  [
    swap("return"),
    "We are waiting for what you send back. Please send us: aircraft, gimbal, battery, by 15 September 2025.",
  ],
  [
    swap("return", { at: "2025-09-14T10:00:00Z" }),
    "What you send back is due soon. Please send us: aircraft, gimbal, battery, by 15 September 2025.",
  ],
  [swap("return", back), "Nothing more has to come back. The 149.00 USD we held on your card are released."],
  [
    swap("return", { ...back, "claim.returnedSerial": "H9" }),
    "What had to come back did not come as agreed: Send the damaged unit with its parts within 14 days of " +
      "our shipment. We charge 149.00 USD to your card.",
  ],
  [swap("transfer", { "transfer.to": "holder", "transfer.times": 0 }), "Your plan can move."],
];

for (const [receipt, sentences] of table) {
  test(`the owner reads: ${sentences}`, () => {
    assert.equal(forOwner(receipt), sentences);
  });
}

test("the staff reads figures, what is missing, and by which clause", () => {
  const card = cardText(forStaff(cover({ "claim.returnedParts": ["camera"] })));
  assert.match(card, /^Answer +coverage: hold\n/);
  assert.match(card, /^Fee +119\.00 PLN, use 1, tax included {2}\[fee\.table\]$/m);
  assert.match(card, /^Uses +replacement 1, 2 left$/m);
  assert.match(card, /^To come back +camera, battery, by /m);
  assert.match(card, /^Against +fails: Send the parts .* {2}\[parts\.return\]$/m);
  assert.match(
    card,
    /^Would change it +the parts sent back: still to come: battery \(plan, the technician\)$/m,
  );
  const late = cardText(forStaff(bind({ at: "2026-03-03T12:47:00Z" })));
  assert.match(late, /47 minutes too late \(allowed, the maker\), only if it was recorded wrongly$/m);
  assert.match(
    late,
    /^Deadline +by 3 March 2026, 13:00 \(48 hours, Europe\/Warsaw\) {2}\[activate\.aircraft\]$/m,
  );
  assert.match(
    cardText(forStaff(swap("return"))),
    /^Hold +149\.00 USD, ends 8 September 2025, 18:00 {2}\[exchange\.hold\]$/m,
  );
  assert.match(
    cardText(forStaff(cover({ "claim.currency": "unknown" }))),
    /^Missing +the currency of the claim$/m,
  );
});

test("the auditor reads every clause whole, every fact, and all versions", () => {
  const receipt = cover({ "plan.uses": 3 });
  const record = forAuditor(receipt, sample);
  assert.equal(record.isSameDocument, true);
  assert.equal(forAuditor(receipt, exchange).isSameDocument, false);
  assert.deepEqual(
    record.versions.map(({ label }) => label),
    ["Terms", "Document", "Engine", "Facts"],
  );
  const count = record.clauses.find(({ id }) => id === "limit.count");
  assert.deepEqual(count?.verdicts, [{ side: "against", verdict: "fails" }]);
  assert.equal(count?.text, "You have 2 replacements with the one-year plan.");
  assert.equal(count?.source, "made for the tests.");
  assert.deepEqual(
    record.facts.find(({ fact }) => fact === "plan.uses"),
    {
      fact: "plan.uses",
      label: "the benefits used",
      supplier: "system",
      value: 3,
    },
  );
});

test("what was settled about a clause stands in the audit of each decision that rests on it", () => {
  const settled = sampleTerms(textOf("sample.terms.md"), (text) =>
    text.replace(
      "Nothing that is lost.\n",
      "Nothing that is lost.\nSettled: a part at the bottom of the sea is lost; the owner, 2026.\n",
    ),
  );
  const record = forAuditor(
    settled.decide("coverage", laid(coveredClip, { "incident.lost": "total" })),
    settled,
  );
  const [lost] = record.clauses.filter(({ id }) => id === "excl.lost");
  assert.deepEqual(lost?.settled, ["a part at the bottom of the sea is lost; the owner, 2026."]);
});

test("every example of the shipped terms has words for its owner and a card for the staff", () => {
  const file = new URL("../../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url);
  const text = readFileSync(file, "utf8");
  const seeds = sampleTerms(text);
  const { document } = readTerms({ file: "seeds.terms.md", text });
  for (const { decision, facts } of document?.examples ?? assert.fail()) {
    const receipt = seeds.decide(decision, facts);
    const said = forOwner(receipt);
    assert.match(said, /^[A-Z].*\.$/);
    assert.doesNotMatch(`${said}${cardText(forStaff(receipt))}`, /undefined|null|NaN|\[object|\.\.|\?\./);
    assert.ok(
      forAuditor(receipt, seeds).clauses.every((clause) => clause.text !== "" || clause.title !== ""),
    );
  }
});
