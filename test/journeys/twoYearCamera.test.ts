import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { warsaw } from "../support/cases.ts";
import { activate, benefitOf, clausesOf, innocent, replace, report, takeInAndInspect } from "./claimSteps.ts";
import { beginJourney } from "./journey.ts";

const owner = "ada@example.org";
const both = ["camera", "battery"] as const;

/** What happened to the camera, when it was reported, and what the replacement cost. */
const accidents = [
  { cause: "collision", at: "2026-08-20T15:00:00Z", reported: "2026-08-21T09:00:00Z", fee: 11_900 },
  { cause: "water", at: "2027-07-28T15:00:00Z", reported: "2027-07-30T09:00:00Z", fee: 18_500 },
  { cause: "drop", at: "2028-05-03T15:00:00Z", reported: "2028-05-04T09:00:00Z", fee: 24_900 },
] as const;

test("a camera of two years: a crash, water, a third replacement, and then a paid repair", async () => {
  const journey = await beginJourney("2026-06-13T10:00:00Z");
  const contract = await activate(journey, {
    ...{ owner, sku: "U-3889316", serial: "AC4-TEST-0001", activatedAt: "2026-06-01T10:00:00Z" },
  });
  deepEqual([contract.serial, contract.lastDay], ["AC4TEST0001", "2028-06-13"]);

  for (const [index, { cause, at, reported, fee }] of accidents.entries()) {
    await journey.at(reported);
    const serial = `AC4TEST000${index + 1}`;
    const incident = { at, cause, parts: ["camera"] } as const;
    const { claim, receipt, packingList } = await report(journey, { owner, serial, incident });
    deepEqual([receipt.outcome, packingList.send], ["plan", both]);
    deepEqual(receipt.uses, { benefit: "replacement", nth: index + 1, left: 2 - index });
    deepEqual(await benefitOf(journey, contract.id), {
      ...{ state: "active", granted: 3, used: index, reserved: 1, left: 2 - index },
    });
    const { choices } = await takeInAndInspect(journey, claim, {
      findings: { cause },
      parts: both,
      repairMinor: 60_000,
    });
    deepEqual(
      choices.map(({ route, fee: price }) => [route, price.amount]),
      [
        ["plan", fee],
        ["paid", 60_000],
        ["return", 0],
      ],
    );
    const page = await replace(journey, owner, claim.id, `AC4TEST000${index + 2}`);
    deepEqual([page.claim.state, page.charge?.amount], ["closed", { amount: fee, currency: "PLN" }]);
    equal(page.contract?.lastDay, "2028-06-13", "the period stays as it was");
  }

  await journey.at("2028-06-01T09:00:00Z");
  const incident = { at: "2028-05-31T12:00:00Z", cause: "drop", parts: ["camera"] } as const;
  const { claim, receipt } = await report(journey, { owner, serial: "AC4TEST0004", incident });
  deepEqual([receipt.outcome, clausesOf(receipt.against)], ["paid", ["cover.count"]]);
  const { choices } = await takeInAndInspect(journey, claim, {
    ...{ findings: { ...innocent, cause: "drop" }, parts: both, repairMinor: 55_000 },
  });
  deepEqual(
    choices.map(({ route }) => route),
    ["paid", "return"],
  );
  const ada = await journey.as(owner);
  await ada.chooseRoute({ id: claim.id, route: "paid" });
  const { charge } = await ada.payClaim({ id: claim.id, method: "test_success" });
  deepEqual([charge.state, charge.amount.amount], ["captured", 55_000]);
  await (await journey.as("staff")).shipDevice({
    id: claim.id,
    carrier: "DPD",
    address: warsaw,
    tracking: "T-5",
  });
  deepEqual(await benefitOf(journey, contract.id), {
    state: "exhausted",
    granted: 3,
    used: 3,
    reserved: 0,
    left: 0,
  });
  await journey.endsWhole();
});
