import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { droppedCamera } from "../../test/support/cases.ts";
import type { PlanMoves, Receipt } from "../terms/index.ts";
import { claimStates } from "./claim.ts";
import { movedAt, movesAt } from "./planMoves.ts";

const receiptSaying = (detail: object | undefined): Receipt =>
  ({ ...droppedCamera().receipt, because: [{ clause: "route.plan", verdict: "holds", detail }] }) as never;

/** The moment by a clause with this detail, of a case whose old device is or is not awaited. */
const momentOf = (detail: object | undefined, usual?: PlanMoves, isAwaited = false): string =>
  movesAt(
    droppedCamera({ receipt: receiptSaying(detail), core: isAwaited ? "awaited" : null }),
    ...(usual === undefined ? [] : [usual]),
  );

describe("a plan moves to the unit that is bound", () => {
  const table: [string, string, Parameters<typeof momentOf>][] = [
    ["as the clause says that gives it", "shipment", [{ rebinds: true, rebindsAt: "shipment" }]],
    [
      "as that clause says, whatever is usual",
      "delivery",
      [{ rebinds: true, rebindsAt: "delivery" }, "shipment"],
    ],
    ["at the scan where that clause is silent", "scan", [{ rebinds: true }, "shipment"]],
    ["as is usual where no clause gives it", "shipment", [undefined, "shipment"]],
    ["as is usual where the clause gives something else", "shipment", [{ settles: "repair" }, "shipment"]],
    ["at the scan where nothing says more", "scan", [undefined]],
    [
      "with the return while one is awaited",
      "return",
      [{ rebinds: true, rebindsAt: "return" }, undefined, true],
    ],
    ["at the scan where no return is awaited", "scan", [{ rebinds: true, rebindsAt: "return" }]],
  ];
  for (const [when, moment, told] of table) {
    it(when, () => assert.equal(momentOf(...told), moment));
  }
});

describe("the unit that is bound takes over", () => {
  const bound = { ...droppedCamera().device, nextSerial: "NEXT", nextMoves: "return" } as const;

  it("at the moment that is named, and with its case at the latest", () => {
    const reached = (["scan", "shipment", "delivery", "return", "closure"] as const).filter(
      (each) => movedAt({ device: bound, state: "shipped" }, each) !== undefined,
    );
    assert.deepEqual(reached, ["return", "closure"]);
  });

  it("while its case is under way: what comes late of an earlier one moves nothing of a later one", () => {
    const moving = claimStates.filter((state) => movedAt({ device: bound, state }, "return") !== undefined);
    assert.deepEqual(moving, ["replaced", "shipped"]);
  });
});
