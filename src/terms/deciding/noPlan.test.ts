import assert from "node:assert/strict";
import { test } from "node:test";
import { forOwner, type Receipt } from "../index.ts";
import { smallCase, smallTerms } from "../samples/smallTerms.ts";

const terms = smallTerms(
  "route.plan\nkind: route\nroute: plan\nwhen: { plan.status: active, incident.cause: drop }\n" +
    "fee: 0\ndoor: person",
);
const decide = (changes: object): Receipt => terms.decide("coverage", { ...smallCase, ...changes });

test("without a plan whose ways ask for one, that there is none speaks against", () => {
  const { outcome, against, doors, wouldChange } = decide({ plan: "none" });
  assert.equal(outcome, "paid");
  assert.deepEqual(
    against.map(({ clause, verdict, detail }) => [clause, verdict, detail]),
    [["route.plan", "fails", { plan: "none" }]],
  );
  // The door of a way that nobody is on leads nowhere.
  assert.deepEqual([doors, wouldChange], [[], []]);
  assert.match(forOwner(decide({ plan: "none" })), /^There is no plan for this device, and we can do it at/);
});

test("with a plan, or on its way, nothing is said of that", () => {
  assert.deepEqual(decide({ incident: { cause: "wear" } }).against, []);
  assert.deepEqual(decide({}).against, []);
  assert.equal(decide({}).outcome, "plan");
});
