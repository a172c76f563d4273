import assert from "node:assert/strict";
import { test } from "node:test";
import { type Facts, forStaff } from "../index.ts";
import { smallCase, smallTerms } from "../samples/smallTerms.ts";

const terms = smallTerms(
  "new\nkind: window\ndecision: activation\nwhen: { device.activatedAt: never }",
  "early\nkind: window\ndecision: activation\nfrom: device.activatedAt\nwindow: 48 hours",
);

const at = "2026-03-03T12:00:00Z";
const told = (activatedAt: unknown, device: object = {}): Facts =>
  ({ ...smallCase, at, device: { ...(smallCase.device as object), activatedAt, ...device } }) as Facts;

/** What was told of the first activation, what else, and why it cannot be; undefined where it can. */
const table: readonly (readonly [string, unknown, object, string | undefined])[] = [
  ["a clock that was never set", "1970-01-01T00:00:00Z", {}, "before-any-device"],
  ["a clock that begins in 1980", "1980-01-06T00:00:19Z", {}, "before-any-device"],
  ["a day of then", "1999-12-30", {}, "before-any-device"],
  ["a stretch of then", { from: "1970-01-01", to: "1970-01-02" }, {}, "before-any-device"],
  ["a second after the decision", "2026-03-03T12:00:01Z", {}, "in-the-future"],
  ["a second after it, in another offset", "2026-03-03T14:00:01+02:00", {}, "in-the-future"],
  ["two days after it", "2026-03-05", {}, "in-the-future"],
  [
    "before it was made",
    "2026-02-20T11:00:00Z",
    { manufacturedAt: "2026-02-20T12:00:00Z" },
    "before-manufacture",
  ],
  ["the day before it was made", "2026-02-17", { manufacturedAt: "2026-02-20" }, "before-manufacture"],
  ["this very second", at, {}, undefined],
  ["today", "2026-03-03", {}, undefined],
  ["a day that has begun somewhere", "2026-03-04", {}, undefined],
  ["the day it was made", "2026-03-02", { manufacturedAt: "2026-03-02" }, undefined],
  ["in time", "2026-03-02T12:00:00Z", { manufacturedAt: "2026-03-01" }, undefined],
  ["long ago", "2016-01-01T00:00:00Z", {}, undefined],
  ["a stretch that may be so", { from: "1970-01-01", to: "2026-03-02" }, {}, undefined],
  ["never", "never", {}, undefined],
  ["nothing", "unknown", {}, undefined],
];

for (const [name, activatedAt, device, why] of table) {
  test(`a first activation ${why === undefined ? "that can be" : "not believed"}: ${name}`, () => {
    const facts = told(activatedAt, device);
    const receipt = terms.decide("activation", facts);
    assert.equal(terms.verdict("activation", facts), receipt.outcome);
    if (why === undefined) {
      assert.equal(receipt.notBelieved, undefined);
      return;
    }
    const unknown = terms.decide("activation", told("unknown", device));
    assert.deepEqual({ ...receipt, notBelieved: undefined }, { ...unknown, notBelieved: undefined });
    assert.deepEqual([receipt.outcome, receipt.needs], ["undecided", ["device.activatedAt"]]);
    assert.deepEqual(receipt.notBelieved, [{ fact: "device.activatedAt", told: activatedAt, why }]);
  });
}

test("of a decision it does not matter to, nothing is said", () => {
  const { outcome, notBelieved } = terms.decide("offer", told("1970-01-01T00:00:00Z"));
  assert.deepEqual([outcome, notBelieved], [terms.verdict("offer", told("unknown")), undefined]);
});

test("a card says what was told and cannot be", () => {
  const card = forStaff(terms.decide("activation", told("1970-01-01T00:00:00Z")));
  assert.deepEqual(
    card.filter(({ label }) => label === "Missing"),
    [{ label: "Missing", value: "the first activation of the device (1970-01-01T00:00:00Z cannot be)" }],
  );
});

test("what else is unknown is asked for beside it, and is supposed as it can be", () => {
  for (const decision of ["activation", "coverage", "offer", "renewal"] as const) {
    for (const when of ["1970-01-01T00:00:00Z", "2026-03-01T12:00:00Z", "2026-03-02", "unknown"]) {
      for (const manufacturedAt of ["unknown", "2026-03-02"]) {
        const facts = { ...told(when, { manufacturedAt }), at: "unknown" };
        assert.equal(terms.verdict(decision, facts), terms.decide(decision, facts).outcome);
      }
    }
  }
});
