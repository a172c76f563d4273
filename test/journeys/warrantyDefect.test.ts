import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { warsaw } from "../support/cases.ts";
import { activate, benefitOf, report, takeInAndInspect } from "./claimSteps.ts";
import { beginJourney, refused } from "./journey.ts";

const owner = "dora@example.org";

test("a defect inside the warranty costs nothing and uses nothing", async () => {
  const journey = await beginJourney("2026-06-01T10:00:00Z");
  const contract = await activate(journey, { owner, sku: "CARE-1Y-MAVIC-PRO", serial: "MVPTEST0001" });
  await journey.at("2026-07-10T09:00:00Z");
  const { claim } = await report(journey, {
    ...{ owner, serial: "MVPTEST0001" },
    incident: { at: "2026-07-09", cause: "defect", parts: ["gimbal"] },
  });
  equal((await benefitOf(journey, contract.id)).reserved, 0);

  const inspected = await takeInAndInspect(journey, claim, {
    findings: { cause: "defect", warrantyEndsAt: "2027-06-01T10:00:00Z" },
    parts: ["aircraft", "gimbal", "camera", "propellers", "battery"],
    repairMinor: 30_000,
    currency: "EUR",
  });
  equal(inspected.receipt.outcome, "warranty");
  deepEqual(
    inspected.choices.map(({ route, fee }) => [route, fee.amount]),
    [
      ["warranty", 0],
      ["return", 0],
    ],
  );

  const dora = await journey.as(owner);
  const bench = await journey.as("staff");
  equal((await dora.chooseRoute({ id: claim.id, route: "warranty" })).state, "paid");
  equal((await refused(dora.payClaim({ id: claim.id, method: "test_success" }))).code, "nothing_to_pay");
  equal(
    (await refused(bench.replaceDevice({ id: claim.id, serial: "MVPTEST0002" }))).code,
    "not_a_replacement",
  );
  await bench.shipDevice({ id: claim.id, carrier: "DPD", address: warsaw, tracking: "T-1" });

  await journey.at("2026-08-01T09:00:00Z");
  const page = await dora.showClaim({ id: claim.id });
  equal(page.claim.state, "closed", "nobody said a word for fourteen days");
  equal(page.charge, undefined);
  deepEqual(await benefitOf(journey, contract.id), {
    state: "active",
    granted: 2,
    used: 0,
    reserved: 0,
    left: 2,
  });
  await journey.endsWhole();
});
