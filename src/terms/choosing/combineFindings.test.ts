import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CombinedFindings, combineFindings, type Facts, forFindings, type Receipt } from "../index.ts";
import { smallCase, smallTerms } from "../samples/smallTerms.ts";

const terms = smallTerms(
  "limit\nkind: benefit\nbenefit: replacement\ngrants: 2",
  "limit.screen\nkind: benefit\nbenefit: screen\ngrants: 1",
  "keep\nkind: require\ndecision: coverage\nfor: { incident.cause: flyaway }\n" +
    "when: { incident.flightLog: cloud }\ncurable: hold",
  "route.warranty\nkind: route\nroute: warranty\nwhen: { incident.cause: defect }\nfee: 0",
  "route.crash\nkind: route\nroute: plan\nwhen: { incident.cause: drop }\nfee: fee\n" +
    "uses: replacement\nrebinds: yes",
  "route.water\nkind: route\nroute: plan\nwhen: { incident.cause: [water, flyaway] }\nfee: fee\n" +
    "uses: replacement\nsettles: replacement",
  "route.screen\nkind: route\nroute: plan\nwhen: { incident.cause: [screen, deformation] }\nfee: 0\n" +
    "uses: screen\nsettles: repair",
  "fee\nkind: fee\ntax: included\n| model | currency | cause | 1st | 2nd |\n|---|---|---|---|---|\n" +
    "| m-1 | PLN | drop | 119 | 219 |\n| m-1 | PLN | any other | 90 | 190 |",
);

const decided = (cause: string, incident: object = {}): Receipt =>
  terms.decide("coverage", {
    ...smallCase,
    incident: { ...(smallCase.incident as object), cause, flightLog: "cloud", ...incident },
  } as Facts);

const combined = (...causes: readonly string[]): CombinedFindings =>
  combineFindings(causes.map((cause) => ({ finding: cause, receipt: decided(cause) })));

/** The findings, what holds for the case, what becomes of each, the fees in minor units, the uses. */
const table: readonly (readonly [string, string, readonly string[], readonly number[], readonly string[]])[] =
  [
    ["defect", "warranty", ["taken"], [], []],
    ["drop", "plan", ["taken"], [11_900], ["replacement 1"]],
    ["defect drop", "plan", ["needless by drop", "taken"], [11_900], ["replacement 1"]],
    ["drop defect", "plan", ["taken", "needless by drop"], [11_900], ["replacement 1"]],
    ["drop water", "plan", ["shared by water", "taken"], [9000], ["replacement 1"]],
    ["drop wear", "plan", ["taken", "needless by drop"], [11_900], ["replacement 1"]],
    ["defect wear", "paid", ["taken", "taken"], [], []],
    ["defect screen", "plan", ["taken", "taken"], [], ["screen 1"]],
    ["screen drop", "plan", ["needless by drop", "taken"], [11_900], ["replacement 1"]],
    ["screen deformation", "incomplete", ["open", "open"], [], []],
    [
      "defect drop water screen",
      "plan",
      ["needless by water", "shared by water", "taken", "needless by water"],
      [9000],
      ["replacement 1"],
    ],
    ["unknown drop", "undecided", ["open", "open"], [], []],
  ];

for (const [causes, outcome, parts, fees, uses] of table) {
  test(`together: ${causes}`, () => {
    const found = combined(...causes.split(" "));
    assert.deepEqual(
      {
        outcome: found.outcome,
        parts: found.ways.map(({ part, by }) => (by === undefined ? part : `${part} by ${by}`)),
        fees: found.fees.map(({ amount }) => amount),
        uses: found.uses.map(({ benefit, nth }) => `${benefit} ${nth}`),
      },
      { outcome, parts, fees, uses },
    );
  });
}

test("what one of them waits for, the case waits for", () => {
  const held = { finding: "flyaway", receipt: decided("flyaway", { flightLog: "none" }) };
  const found = combineFindings([held, { finding: "drop", receipt: decided("drop") }]);
  assert.deepEqual([found.outcome, found.fees, found.uses], ["hold", [], []]);
  const open = { finding: "flyaway", receipt: decided("flyaway", { flightLog: "unknown" }) };
  assert.deepEqual(combineFindings([open, held]).needs, open.receipt.needs);
});

test("nothing that is refused is called done, unless a replacement does it", () => {
  const refused: Receipt = { ...decided("wear"), outcome: "refused" };
  const found = (other: string): string[] =>
    combineFindings([
      { finding: "scratch", receipt: refused },
      { finding: other, receipt: decided(other) },
    ]).ways.map(({ part }) => part);
  assert.deepEqual(found("defect"), ["refused", "taken"]);
  assert.deepEqual(found("drop"), ["needless", "taken"]);
  assert.equal(combineFindings([{ finding: "scratch", receipt: refused }]).outcome, "refused");
});

test("a case without findings, or with a receipt of another decision, is a mistake of the caller", () => {
  assert.throws(() => combineFindings([]), RangeError);
  const receipt = terms.decide("activation", smallCase);
  assert.throws(() => combineFindings([{ finding: "drop", receipt }]), RangeError);
});

test("whatever comes together and in whatever order, it never costs or uses more than each by itself", () => {
  const causes = fc.uniqueArray(fc.constantFrom("defect", "drop", "water", "wear", "screen"), {
    minLength: 1,
  });
  fc.assert(
    fc.property(causes, fc.nat(), (found, turn) => {
      const one = combined(...found);
      const sum = found.reduce((all, cause) => all + (decided(cause).fee?.amount ?? 0), 0);
      assert.ok(one.fees.reduce((all, { amount }) => all + amount, 0) <= sum);
      assert.ok(one.uses.length <= found.filter((cause) => decided(cause).uses !== null).length);
      const at = turn % found.length;
      const other = combined(...found.slice(at), ...found.slice(0, at));
      assert.deepEqual([other.outcome, new Set(other.fees)], [one.outcome, new Set(one.fees)]);
      const byName = (a: { finding: string }, b: { finding: string }): number =>
        a.finding < b.finding ? -1 : 1;
      assert.deepEqual(other.ways.toSorted(byName), one.ways.toSorted(byName));
    }),
    { numRuns: 100, seed: 15 },
  );
});

test("a card has a line for each finding, and what is paid and used in all", () => {
  assert.deepEqual(forFindings(combined("defect", "drop", "water")), [
    { label: "defect", value: "warranty; needless, for the replacement for water does it" },
    { label: "drop", value: "plan; by the replacement for water, which counts once" },
    { label: "water", value: "plan" },
    { label: "Fee", value: "90.00 PLN", clause: "fee" },
    { label: "Uses", value: "replacement, use 1" },
  ]);
});
