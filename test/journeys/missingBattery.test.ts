import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { activate, benefitOf, innocent, replace, report } from "./claimSteps.ts";
import { againstAndDoors, beginJourney, refused } from "./journey.ts";

const owner = "ada@example.org";

test("the battery stayed at home: the case is held, a second parcel brings it", async () => {
  const journey = await beginJourney("2026-06-01T10:00:00Z");
  const serial = "AC4TEST0001";
  const contract = await activate(journey, { owner, sku: "U-3889316", serial });
  const ada = await journey.as(owner);
  const bench = await journey.as("staff");
  await journey.at("2026-08-02T09:00:00Z");
  const incident = { at: "2026-08-01T12:00:00Z", cause: "drop", parts: ["camera"] } as const;
  const { claim } = await report(journey, { owner, serial, incident });
  const { id } = claim;

  const first = await bench.receiveDevice({ id, serial, parts: ["camera"], condition: "cracked" });
  deepEqual([first.missing, first.claim.receipt.outcome], [["battery"], "hold"]);
  const { who, what } = (await ada.showClaim({ id })).claim.next;
  deepEqual([who, what], ["owner", "send_rest"]);

  const findings = { ...innocent, cause: "drop" } as const;
  const tooEarly = await refused(bench.inspectDevice({ id, findings }));
  equal(tooEarly.code, "parts_missing");
  deepEqual(againstAndDoors(tooEarly).against, ["parts.return"]);
  equal((await benefitOf(journey, contract.id)).reserved, 1, "the replacement stays promised");

  await journey.at("2026-08-09T09:00:00Z");
  const second = await bench.receiveDevice({ id, serial, parts: ["battery"], condition: "in a sock" });
  deepEqual([second.missing, second.claim.returnedParts], [[], ["camera", "battery"]]);
  const inspected = await bench.inspectDevice({ id, findings });
  deepEqual([inspected.receipt.outcome, inspected.choices[0]?.fee.amount], ["plan", 11_900]);

  const page = await replace(journey, owner, id, "AC4TEST0002");
  deepEqual([page.claim.state, page.intakes.length, page.inspections.length], ["closed", 2, 1]);
  deepEqual(await benefitOf(journey, contract.id), {
    state: "active",
    granted: 3,
    used: 1,
    reserved: 0,
    left: 2,
  });
  await journey.endsWhole();
});
