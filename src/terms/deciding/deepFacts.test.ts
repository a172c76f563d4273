import assert from "node:assert/strict";
import { test } from "node:test";
import { decisions, type Facts } from "../index.ts";
import { factProblems } from "../reading/factValues.ts";
import { smallCase, smallTerms } from "../samples/smallTerms.ts";

const terms = smallTerms(
  "early\nkind: window\ndecision: activation\nfrom: device.activatedAt\nwindow: 48 hours",
  "kept\nkind: require\ndecision: [coverage, activation]\n" +
    "when: { device.modified: no, incident.at: before at }",
  "route.plan\nkind: route\nroute: plan\nfee: 0",
);

/** Nested deeper than any stack is high. */
function nested(key: string | undefined): unknown {
  let value: unknown = "2026-01-01";
  for (let depth = 0; depth < 100_000; depth += 1) {
    value = key === undefined ? [value] : { from: value, to: value, [key]: value };
  }
  return value;
}

for (const key of [undefined, "from", "other"]) {
  test(`a value nested without end is no value of a fact: ${key ?? "lists"}`, () => {
    const odd = nested(key);
    const facts = {
      ...smallCase,
      device: { ...(smallCase.device as object), activatedAt: odd, modified: odd },
      incident: { at: odd, cause: odd, parts: "unknown" },
    } as unknown as Facts;
    for (const decision of decisions) {
      const receipt = terms.decide(decision, facts);
      assert.equal(terms.verdict(decision, facts), receipt.outcome);
      assert.ok(JSON.stringify(receipt).length < 10_000);
    }
  });
}

test("in a reason it is cut off where no fact has anything inside", () => {
  const odd = nested(undefined);
  const show = (modified: unknown): unknown => {
    const facts = { ...smallCase, device: { ...(smallCase.device as object), modified } } as unknown as Facts;
    return terms.decide("coverage", facts).against.find(({ clause }) => clause === "kept")?.facts[
      "device.modified"
    ];
  };
  assert.deepEqual(show(odd), [null]);
  assert.deepEqual(show({ from: odd, kind: "kept", weight: 3 }), { from: null, kind: "kept", weight: 3 });
  assert.deepEqual(show([{ kind: odd, weight: 3 }]), [{ kind: null, weight: 3 }]);
});

test("such a value is told as wrong where facts are checked", () => {
  assert.equal(
    factProblems({ device: { activatedAt: { from: { from: "2026-01-01" }, to: "2026-01-02" } } }).length,
    1,
  );
});
