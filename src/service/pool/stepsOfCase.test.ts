import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CaseStanding } from "./caseStanding.ts";
import { movesOf, type SpareUnit } from "./spareUnit.ts";
import { stepsOfCase } from "./stepsOfCase.ts";

const at = Temporal.Instant.from("2026-09-10T10:00:00Z");
const standing: CaseStanding = {
  ...{ deviceId: "d", claimNo: 1, state: "replaced", region: "EU", model: "osmo-action-4" },
  ...{ centreId: null, serial: "OLD", swap: { no: 1, newSerial: "NEW", oldSerial: "OLD" } },
  ...{ hasCome: true, setAside: null },
};
const free: SpareUnit = {
  ...{ serial: "NEW", model: "osmo-action-4", region: "EU", centreId: null, shelf: "A1", grade: "new" },
  ...{ state: "available", forDevice: null, forClaim: null, fromDevice: null, fromClaim: null },
  ...{ wasSerial: null, nowSerial: null, wipedAt: null, wipedBy: null, cameAt: at, lastMove: 1 },
};
const reserved: SpareUnit = { ...free, state: "reserved", forDevice: "d", forClaim: 1 };
const old: SpareUnit = { ...free, serial: "OLD", state: "quarantined", fromDevice: "d", fromClaim: 1 };

function follow(told: Partial<CaseStanding>, units: readonly SpareUnit[]): string[] {
  const known = new Map(units.map((unit) => [unit.serial, unit]));
  return stepsOfCase({ ...standing, ...told }, known, at).map(({ after, reservation = "" }) =>
    `${after.serial} ${after.state} ${reservation}`.trim(),
  );
}

describe("following a case", () => {
  const table: readonly (readonly [
    string,
    Partial<CaseStanding>,
    readonly SpareUnit[],
    readonly string[],
  ])[] = [
    ["takes in what was given and what came in", {}, [], ["NEW reserved set", "OLD quarantined"]],
    ["says nothing when all stands as it should", {}, [reserved, old], []],
    ["leaves what has not come with its owner", { hasCome: false }, [reserved], []],
    ["sends out what was shipped", { state: "shipped" }, [reserved, old], ["NEW shipped"]],
    [
      "takes in and out what it hears of late",
      { state: "closed" },
      [],
      ["NEW shipped set", "OLD quarantined"],
    ],
    ["keeps who took a unit in twice from giving it twice", {}, [free, old], ["NEW reserved set"]],
    [
      "gives an old unit back when its swap is taken back",
      { swap: null, state: "paid" },
      [old],
      ["OLD shipped"],
    ],
    [
      "frees what was set aside when another was given",
      { setAside: "ASIDE" },
      [reserved, old, { ...reserved, serial: "ASIDE" }],
      ["ASIDE available dropped"],
    ],
    [
      "frees what was set aside for a case that was cancelled",
      { swap: null, state: "cancelled", setAside: "NEW" },
      [reserved],
      ["NEW available dropped"],
    ],
    [
      "keeps what is set aside while it waits",
      { swap: null, state: "paid", setAside: "NEW" },
      [reserved],
      [],
    ],
    ["does not touch what is another case's", { state: "shipped" }, [{ ...reserved, forClaim: 7 }, old], []],
    [
      "takes in again what went out before",
      {},
      [reserved, { ...free, serial: "OLD", state: "shipped" }],
      ["OLD quarantined"],
    ],
  ];
  for (const [says, told, units, expected] of table) {
    it(says, () => {
      assert.deepEqual(follow(told, units), expected);
    });
  }
});

describe("the moves of a unit", () => {
  const why = { cause: "test" };
  const deltas = (before: SpareUnit | undefined, after: SpareUnit) =>
    movesOf(before, after, why).map(({ delta, present }) => [delta, present]);
  it("bring it in once, take it out once, and from place to place out and in", () => {
    assert.deepEqual(deltas(undefined, free), [[1, 1]]);
    assert.deepEqual(deltas(undefined, { ...free, state: "shipped" }), [[0, 0]]);
    assert.deepEqual(deltas(free, reserved), [[0, 1]]);
    assert.deepEqual(deltas(reserved, { ...reserved, state: "shipped" }), [[-1, 0]]);
    assert.deepEqual(deltas({ ...free, state: "shipped" }, old), [[1, 1]]);
    assert.deepEqual(deltas(free, { ...free, shelf: "B2" }), [
      [-1, 0],
      [1, 1],
    ]);
  });
  it("that leaves, leaves the place it stood at", () => {
    const [left] = movesOf(free, { ...free, state: "scrapped", shelf: "bin" }, why);
    assert.equal(left?.shelf, "A1");
  });
});
