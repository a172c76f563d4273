import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actionCamera, droppedCamera, instant, terms } from "../../../test/support/cases.ts";
import { type ClaimRow, claimStates, type Findings } from "../../claims/index.ts";
import { decideAnalyseFlight } from "./decideAnalyseFlight.ts";

const at = instant("2026-09-08T10:00:00Z");
const gone = { at: "2026-09-04T10:00:00Z", cause: "flyaway", lost: "total" } as const;
const shown: Findings = { analysis: "customer", flightLog: "cloud", boundThroughout: true };

function analyse(change: Partial<ClaimRow> = {}, findings: Findings = shown) {
  const claim = droppedCamera({ no: 7, incident: gone, ...change });
  return decideAnalyseFlight(findings, { claim, record: actionCamera(), terms }, at);
}

describe("analysing a flight", () => {
  for (const state of claimStates) {
    const isOpen = state === "reported" || state === "inspected";
    it(`of a case that is ${state} is ${isOpen ? "decided" : "refused"}`, () => {
      const code = analyse({ state }).refused?.code;
      assert.equal(code === "claim_not_at_this_step", !isOpen);
    });
  }

  it("waits for the decision of an appeal", () => {
    assert.equal(analyse({ appeal: "asked" }).refused?.code, "appeal_open");
  });

  it("is nothing for a case of which something came in", () => {
    assert.equal(analyse({ returnedParts: ["camera"] }).refused?.code, "claim_not_at_this_step");
  });

  it("is nothing for a device that is there", () => {
    const incident = { at: gone.at, cause: "drop", parts: ["camera"] } as const;
    assert.equal(analyse({ incident: { ...incident, parts: ["camera"] } }).refused?.code, "not_gone");
  });

  it("under terms that leave a loss out offers neither a repair nor a way back", () => {
    const { accepted } = analyse();
    assert.ok(accepted, "the terms know what they say of a loss");
    const ways = accepted.choices.map(({ route, unit }) => `${route} ${unit}`);
    assert.ok(!ways.some((way) => /^(return|paid)|repair$/.test(way)), ways.join(", "));
    assert.equal(accepted.goesTo, ways.length === 0 ? "reported" : "inspected");
  });
});
