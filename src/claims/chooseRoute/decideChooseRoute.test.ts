import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanFindings, droppedCamera, instant, oneFinding, terms } from "../../../test/support/cases.ts";
import type { Receipt } from "../../terms/index.ts";
import { type Choice, choicesOf } from "../choice.ts";
import { claimStates } from "../claim.ts";
import type { Route } from "../routes.ts";
import { decideChooseRoute } from "./decideChooseRoute.ts";

const at = instant("2026-09-10T10:00:00Z");
const days = { toPay: 30 };
const zloty = (amount: number) => ({ amount, currency: "PLN" });

function offer(route: Route, amount: number): Choice {
  const unit = route === "plan" ? "replacement" : "repaired";
  return { route, fee: zloty(amount), workingDays: 2, unit, warranty: "goes_on", clauses: [] };
}

const sheet = [offer("plan", 11900), offer("paid", 30000), offer("return", 0)];
const inspected = droppedCamera({ state: "inspected", findings: cleanFindings, choices: sheet });

describe("choosing from the sheet", () => {
  const choices: [Route, number, boolean, string | undefined][] = [
    ["plan", 11900, false, "2026-10-11T00:00:00Z"],
    ["paid", 30000, true, "2026-10-11T00:00:00Z"],
    ["return", 0, true, undefined],
  ];
  for (const [route, amount, givesBack, payBy] of choices) {
    const wait = payBy === undefined ? "goes straight on" : "waits thirty days for the fee";
    const slot = givesBack ? "gives the replacement back" : "keeps the replacement";
    it(`takes ${route} for ${amount / 100} zloty, ${slot}, ${wait}`, () => {
      const { accepted } = decideChooseRoute({ route }, { claim: inspected, at, days });
      assert.deepEqual(
        { ...accepted, payBy: accepted?.payBy?.toString() },
        { route, fee: zloty(amount), givesBack, payBy },
      );
    });
  }

  it("gives what is left of the time for the sheet, where the terms count from there", () => {
    const dueAt = instant("2026-09-12T00:00:00Z");
    const facts = { claim: { ...inspected, dueAt }, at, days: { toPay: undefined } };
    assert.equal(decideChooseRoute({ route: "plan" }, facts).accepted?.payBy?.toString(), dueAt.toString());
  });

  it("lets a warranty repair go straight on: there is nothing to pay", () => {
    const claim = droppedCamera({ state: "inspected", choices: [offer("warranty", 0), offer("return", 0)] });
    const { accepted } = decideChooseRoute({ route: "warranty" }, { claim, at, days });
    assert.deepEqual([accepted?.fee.amount, accepted?.payBy, accepted?.givesBack], [0, undefined, true]);
  });

  it("lets a replacement whose fee is nothing go straight on, and keeps it promised", () => {
    const claim = droppedCamera({ state: "inspected", choices: [offer("plan", 0)] });
    const { accepted } = decideChooseRoute({ route: "plan" }, { claim, at, days });
    assert.deepEqual([accepted?.payBy, accepted?.givesBack], [undefined, false]);
  });

  it("charges what the sheet says, whatever the terms would say today", () => {
    const receipt = terms.decide("coverage", {});
    const claim = { ...inspected, receipt, choices: [offer("plan", 4200)] };
    assert.equal(decideChooseRoute({ route: "plan" }, { claim, at, days }).accepted?.fee.amount, 4200);
  });

  it("takes a way at the price that was seen, and refuses another, with the receipt that stands", () => {
    const seen = (fee: Choice["fee"]) =>
      decideChooseRoute({ route: "plan", fee }, { claim: inspected, at, days });
    assert.equal(seen(zloty(11900)).accepted?.fee.amount, 11900);
    for (const fee of [zloty(11899), zloty(0), { amount: 11900, currency: "EUR" }]) {
      const { refused } = seen(fee);
      assert.deepEqual([refused?.code, refused?.receipt], ["price_changed", inspected.receipt]);
    }
    const [free, paid] = [
      { route: "return", fee: zloty(0) } as const,
      { route: "return", fee: zloty(1) } as const,
    ];
    assert.equal(decideChooseRoute(free, { claim: inspected, at, days }).accepted?.fee.amount, 0);
    assert.equal(decideChooseRoute(paid, { claim: inspected, at, days }).refused?.code, "price_changed");
  });

  it("refuses a choice after its time, also where nobody has acted on that yet", () => {
    const late = { ...inspected, dueAt: at };
    assert.equal(
      decideChooseRoute({ route: "plan" }, { claim: late, at, days }).refused?.code,
      "waiting_is_over",
    );
    const inTime = { ...inspected, dueAt: at.add({ nanoseconds: 1 }) };
    assert.equal(decideChooseRoute({ route: "plan" }, { claim: inTime, at, days }).accepted?.route, "plan");
  });

  it("refuses a way that is not on the sheet", () => {
    assert.equal(
      decideChooseRoute({ route: "warranty" }, { claim: inspected, at, days }).refused?.code,
      "route_not_offered",
    );
    const bare = { ...inspected, choices: [] };
    assert.equal(
      decideChooseRoute({ route: "return" }, { claim: bare, at, days }).refused?.code,
      "route_not_offered",
    );
  });

  for (const state of claimStates.filter((name) => name !== "inspected")) {
    it(`refuses a choice on a claim that is ${state}`, () => {
      const claim = { ...inspected, state };
      assert.equal(
        decideChooseRoute({ route: "plan" }, { claim, at, days }).refused?.code,
        "claim_not_at_this_step",
      );
    });
  }
});

describe("the choice sheet", () => {
  const known = { device: { model: "osmo-action-4" } };
  const receipt = terms.decide("coverage", known);
  const fee = { amount: 11900, currency: "PLN", clause: "fee.table", nth: 1, tax: "included" } as const;
  const uses = { benefit: "replacement", nth: 1, left: 2 };
  const replaced = { ...receipt, outcome: "plan", fee, uses } as const;

  const sheetOf = (only: Receipt, price: Parameters<typeof choicesOf>[1]) =>
    choicesOf(oneFinding(only), price);

  const sheets: [string, Receipt, number | undefined, string[]][] = [
    ["a covered case with a price", replaced, 30000, ["plan 11900", "paid 30000", "return 0"]],
    ["a covered case without a price", replaced, undefined, ["plan 11900", "return 0"]],
    [
      "a warranty case, priced or not",
      { ...receipt, outcome: "warranty" },
      30000,
      ["warranty 0", "return 0"],
    ],
    [
      "a case that is not covered, priced",
      { ...receipt, outcome: "paid" },
      30000,
      ["paid 30000", "return 0"],
    ],
    ["a case that is not covered, unpriced", { ...receipt, outcome: "paid" }, undefined, ["return 0"]],
    [
      "a case the terms refuse, priced",
      { ...receipt, outcome: "refused" },
      30000,
      ["paid 30000", "return 0"],
    ],
    ["a case the terms refuse, unpriced", { ...receipt, outcome: "refused" }, undefined, ["return 0"]],
    ["a repair for nothing", { ...receipt, outcome: "paid" }, 0, ["paid 0", "return 0"]],
  ];
  for (const [what, given, repairMinor, lines] of sheets) {
    it(`of ${what} lists ${lines.join(", ")}`, () => {
      const choices = sheetOf(given, { currency: "PLN", repairMinor });
      assert.deepEqual(
        choices.map(({ route, fee: { amount } }) => `${route} ${amount}`),
        lines,
      );
    });
  }

  it("says of a replacement which use it is, how many stay, and by which clauses", () => {
    const reason = { clause: "route.plan", verdict: "holds", says: "Replaced.", facts: {} } as const;
    const [plan] = sheetOf({ ...replaced, because: [reason] }, { currency: "PLN" });
    assert.deepEqual(plan, {
      route: "plan",
      fee: { amount: 11900, currency: "PLN" },
      workingDays: 2,
      uses,
      unit: "replacement",
      warranty: "goes_on",
      clauses: ["route.plan"],
    });
  });

  it("says of a device sent back as it is that its warranty does not go on", () => {
    const back = sheetOf({ ...receipt, outcome: "paid" }, { currency: "PLN" }).at(-1);
    assert.deepEqual([back?.unit, back?.warranty], ["unrepaired", "none"]);
  });
});
