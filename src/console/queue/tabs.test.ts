import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countsOf, questionOf, tabOf, tabs } from "./tabs.ts";

describe("a tab of the queue", () => {
  it("is the first for an address that names none", () => assert.equal(tabOf("no"), "receive"));

  it("asks for its next steps, and for what the address adds", () => {
    assert.deepEqual(questionOf("owner", { channel: "quick" }), {
      limit: 100,
      next: "send_rest,answer,choose,pay",
      channel: "quick",
    });
    assert.deepEqual(questionOf("all", { serial: "AC4X" }), { limit: 100, serial: "AC4X" });
  });

  it("shares no step with another", () => {
    const steps = Object.values(tabs).flat();
    assert.equal(new Set(steps).size, steps.length);
  });
});

describe("the counts of the tabs", () => {
  it("add up what their steps have", () => {
    const known = countsOf({ send: 4, inspect: 1, send_rest: 1, pay: 2, ship: 3, arrive: 9 });
    assert.deepEqual(known, { receive: 4, inspect: 1, owner: 3, swap: 0, ship: 3, overdue: 0 });
  });

  it("are not told before they are known", () => assert.deepEqual(countsOf(undefined), {}));
});
