import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { activate, benefitOf, clausesOf, innocent, report, takeInAndInspect } from "./claimSteps.ts";
import { beginJourney, refused } from "./journey.ts";

const owner = "ada@example.org";

test("a plan ends at its instant: the second before is covered, the instant itself is not", async () => {
  const journey = await beginJourney("2026-06-01T10:00:00Z");
  const sku = "CARE-1Y-SPARK";
  const contract = await activate(journey, {
    owner,
    sku,
    serial: "SPKTEST0001",
    activatedAt: "2026-06-01T08:00:00Z",
  });
  const other = await activate(journey, { owner, sku, serial: "SPKTEST0002" });
  // Midnight of the same date a year on, by the most westerly clock of the European Union.
  equal(contract.endsAt, "2027-06-02T00:00:00Z");

  await journey.at("2027-06-01T23:59:59Z");
  equal((await benefitOf(journey, contract.id)).state, "active");
  const ada = await journey.as(owner);
  const anybody = await journey.as("public");
  equal((await anybody.askCoverage({ serial: "SPKTEST0001" })).status, "covered");

  await journey.at("2027-06-02T00:00:00Z");
  equal((await benefitOf(journey, contract.id)).state, "expired");
  equal((await anybody.askCoverage({ serial: "SPKTEST0001" })).status, "ended");
  const late = await refused(ada.renewContract({ id: contract.id, method: "test_success" }));
  equal(late.code, "no_running_contract");

  await journey.at("2027-06-05T09:00:00Z");
  const crash = (serial: string, at: string) =>
    report(journey, { owner, serial, incident: { at, cause: "collision", parts: ["aircraft"] } });
  const before = await crash("SPKTEST0001", "2027-06-01T23:59:59Z");
  deepEqual(
    [before.receipt.outcome, before.receipt.uses],
    ["plan", { benefit: "replacement", nth: 1, left: 1 }],
  );
  const after = await crash("SPKTEST0002", "2027-06-02T00:00:00Z");
  deepEqual([after.receipt.outcome, clausesOf(after.receipt.against)], ["paid", ["except.period"]]);
  equal((await benefitOf(journey, other.id)).reserved, 0);

  const { choices } = await takeInAndInspect(journey, after.claim, {
    findings: { ...innocent, cause: "collision" },
    parts: ["aircraft", "gimbal", "camera", "propellers", "battery"],
    repairMinor: 40_000,
  });
  deepEqual(
    choices.map(({ route }) => route),
    ["paid", "return"],
  );
  await journey.endsWhole();
});
