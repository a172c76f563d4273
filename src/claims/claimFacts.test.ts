import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actionCamera, cleanFindings, droppedCamera, instant, terms } from "../../test/support/cases.ts";
import { caseOf, claimFacts, decideCoverage, provisionalCase } from "./claimFacts.ts";

const at = instant("2026-09-08T10:00:00Z");
const record = actionCamera();

describe("the facts of a case", () => {
  it("are the owner's word until the bench has looked", () => {
    const { incident, claim } = claimFacts(record, caseOf(droppedCamera()), at);
    assert.deepEqual(incident, {
      at: "2026-09-04T10:00:00Z",
      cause: "drop",
      parts: ["camera"],
      lost: "none",
      stolen: false,
      abandoned: false,
      reportedAt: "2026-09-05T10:00:00Z",
    });
    assert.ok(!("returnedParts" in (claim as object)), "what came back is not known yet");
  });

  it("are what the bench found, where it found otherwise", () => {
    const findings = { ...cleanFindings, cause: "water", lost: "partial" } as const;
    const facts = claimFacts(record, caseOf(droppedCamera({ findings, returnedParts: ["camera"] })), at);
    const { cause, parts, lost, intentional } = facts.incident as Record<string, unknown>;
    assert.deepEqual([cause, parts, lost, intentional], ["water", ["camera"], "partial", false]);
    assert.deepEqual((facts.claim as { returnedParts: string[] }).returnedParts, ["camera"]);
  });

  it("take a change and the warranty's papers for facts of the device", () => {
    const findings = { modified: true, warrantyEndsAt: "2027-01-01T00:00:00Z" };
    const { device, incident } = claimFacts(record, caseOf(droppedCamera({ findings })), at);
    const { modified, warrantyEndsAt } = device as Record<string, unknown>;
    assert.deepEqual([modified, warrantyEndsAt], [true, "2027-01-01T00:00:00Z"]);
    assert.ok(!("modified" in (incident as object)) && !("warrantyEndsAt" in (incident as object)));
  });

  it("keep what the registry says of the warranty when no papers were shown", () => {
    const known = actionCamera(undefined, { warrantyEndsAt: instant("2027-05-25T10:00:00Z") });
    const { device } = claimFacts(known, caseOf(droppedCamera({ findings: cleanFindings })), at);
    assert.equal((device as { warrantyEndsAt: string }).warrantyEndsAt, "2027-05-25T10:00:00Z");
  });

  it("are presumed in the owner's favour at the report, and asked for at the bench", () => {
    const told = caseOf(droppedCamera({ returnedParts: ["camera", "battery"] }));
    const presumed = decideCoverage(record, provisionalCase(told, ["camera", "battery"]), terms, at);
    assert.deepEqual([presumed.outcome, presumed.needs], ["plan", []]);
    const unjudged = decideCoverage(record, told, terms, at);
    assert.equal(unjudged.outcome, "undecided");
    assert.deepEqual([...unjudged.needs].toSorted(), [
      "device.modified",
      "incident.cosmeticOnly",
      "incident.forceMajeure",
      "incident.intentional",
    ]);
  });

  it("presume nothing against what the owner tells", () => {
    const told = caseOf(droppedCamera({ incident: { at: "2026-09-04", cause: "drop", stolen: true } }));
    assert.equal(decideCoverage(record, provisionalCase(told, []), terms, at).outcome, "refused");
  });
});
