import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Claim } from "../../client/index.ts";
import { countsOf, isIn, questionOf, tabNames, tabOf } from "./tabs.ts";

const claim = (state: string, who: string, what: string) => ({ state, next: { who, what } }) as Claim;
const waits = claim("received", "centre", "inspect");
const held = claim("received", "owner", "send_rest");
const swaps = claim("paid", "centre", "replace");
const ships = claim("paid", "centre", "ship");
const counts = { reported: 4, received: 2, inspected: 1, chosen: 2, paid: 2, replaced: 3 };

describe("a tab of the queue", () => {
  it("is the first for an address that names none", () => assert.equal(tabOf("no"), "receive"));

  it("asks for its states, and for what the address adds", () => {
    assert.deepEqual(questionOf("ship", { channel: "quick" }), {
      limit: 100,
      state: "paid,replaced",
      channel: "quick",
    });
    assert.deepEqual(questionOf("all", { serial: "AC4X" }), { limit: 100, serial: "AC4X" });
  });

  for (const [one, place] of [
    [waits, "inspect"],
    [held, "owner"],
    [swaps, "swap"],
    [ships, "ship"],
  ] as const) {
    it(`holds a claim whose next step is ${one.next.what} in “${place}” alone`, () => {
      const asked = tabNames.filter((name) => questionOf(name, {}).state?.includes(one.state));
      assert.deepEqual(
        asked.filter((name) => isIn(name)(one)),
        [place],
      );
    });
  }
});

describe("the counts of the tabs", () => {
  it("add up to what is open, once the claims of two tabs are known", () => {
    const known = countsOf(counts, [waits, held, swaps, ships]);
    assert.deepEqual(known, { receive: 4, inspect: 1, owner: 4, swap: 1, ship: 4 });
  });

  it("leave out what is not known yet", () => {
    assert.deepEqual(countsOf(counts, undefined), { receive: 4 });
    assert.deepEqual(countsOf({ reported: 1, replaced: 2 }, undefined), {
      ...{ receive: 1, inspect: 0, owner: 0, swap: 0, ship: 2 },
    });
    assert.deepEqual(countsOf(undefined, undefined), {});
  });
});
