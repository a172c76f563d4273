import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { activate, benefitOf, clausesOf, replace, report, takeInAndInspect } from "./claimSteps.ts";
import { againstAndDoors, beginJourney, refused } from "./journey.ts";

const owner = "ben@example.org";
const parts = ["aircraft", "gimbal", "camera", "propellers", "battery"] as const;
const crashed = (at: string) => ({ at, cause: "collision", parts: ["aircraft"] }) as const;

test("a Mavic for a year: one swap, one more year that begins by itself, nothing carried over", async () => {
  const journey = await beginJourney("2026-06-01T10:00:00Z");
  const ben = await journey.as(owner);
  const base = await activate(journey, { owner, sku: "CARE-1Y-MAVIC-PRO", serial: "MVPTEST0001" });
  equal(base.endsAt, "2027-06-02T00:00:00Z");

  await journey.at("2026-10-02T09:00:00Z");
  const crash = { owner, serial: "MVPTEST0001", incident: crashed("2026-10-01T12:00:00Z") } as const;
  const { claim } = await report(journey, crash);
  await takeInAndInspect(journey, claim, { findings: {}, parts });
  const swapped = await replace(journey, owner, claim.id, "MVPTEST0002");
  deepEqual(swapped.charge?.amount, { amount: 9_900, currency: "EUR" });

  await journey.at("2027-05-20T09:00:00Z");
  const { charge, renewedBy } = await ben.renewContract({ id: base.id, method: "test_success" });
  deepEqual(charge.amount, { amount: 5_900, currency: "EUR" });
  deepEqual([renewedBy?.state, renewedBy?.startsAt], ["scheduled", base.endsAt]);
  const plus = renewedBy?.id ?? "";
  const again = await refused(ben.renewContract({ id: base.id, method: "test_success" }));
  equal(again.code, "renewed_already");

  await journey.at("2027-06-01T23:59:59Z");
  const before = await Promise.all([benefitOf(journey, base.id), benefitOf(journey, plus)]);
  deepEqual(
    before.map(({ state }) => state),
    ["active", "scheduled"],
  );
  await journey.at("2027-06-02T00:00:00Z");
  deepEqual(await benefitOf(journey, base.id), {
    state: "expired",
    granted: 2,
    used: 1,
    reserved: 0,
    left: 1,
  });
  deepEqual(await benefitOf(journey, plus), { state: "active", granted: 1, used: 0, reserved: 0, left: 1 });

  await journey.at("2027-09-02T09:00:00Z");
  const late = { owner, serial: "MVPTEST0002", incident: crashed("2027-09-01T12:00:00Z") } as const;
  const second = await report(journey, late);
  deepEqual(second.receipt.uses, { benefit: "replacement", nth: 1, left: 0 });
  await takeInAndInspect(journey, second.claim, { findings: {}, parts });
  const end = await replace(journey, owner, second.claim.id, "MVPTEST0003");
  deepEqual(end.charge?.amount, { amount: 9_900, currency: "EUR" }, "the fees begin again");

  const none = await report(journey, { ...late, serial: "MVPTEST0003" });
  deepEqual([none.receipt.outcome, clausesOf(none.receipt.against)], ["paid", ["cover.count"]]);
  const third = await refused(ben.renewContract({ id: plus, method: "test_success" }));
  deepEqual(againstAndDoors(third), { against: ["renew.plus"], doors: ["paid-repair"] });
  await journey.endsWhole();
});
