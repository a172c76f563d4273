import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { warsaw } from "../support/cases.ts";
import { activate, benefitOf, innocent, replace, report, takeInAndInspect } from "./claimSteps.ts";
import { beginJourney, type Journey, refused } from "./journey.ts";

const owner = "ada@example.org";
const dropped = { at: "2026-06-01T11:00:00Z", cause: "drop", parts: ["camera"] } as const;

describe("an owner changes their mind", () => {
  let journey: Journey;
  before(async () => {
    journey = await beginJourney("2026-06-01T11:00:00Z");
  });
  after(() => journey.endsWhole());

  test("before the camera was sent: the claim is over, the replacement free, another may open", async () => {
    const serial = "AC4TEST0001";
    const contract = await activate(journey, { owner, sku: "U-3889316", serial });
    const { claim } = await report(journey, { owner, serial, incident: dropped });
    equal((await refused(report(journey, { owner, serial, incident: dropped }))).code, "claim_open_already");
    const ada = await journey.as(owner);
    const cancelled = await ada.cancelClaim({ id: claim.id });
    deepEqual([cancelled.state, cancelled.next.who], ["cancelled", "nobody"]);
    equal((await benefitOf(journey, contract.id)).left, 3);

    const again = await report(journey, { owner, serial, incident: dropped });
    deepEqual(
      [again.receipt.uses, again.claim.id.endsWith("_2")],
      [{ benefit: "replacement", nth: 1, left: 2 }, true],
    );
  });

  test("after it has arrived: it comes back as it is", async () => {
    const serial = "AC4TEST0002";
    const contract = await activate(journey, { owner, sku: "U-3889316", serial });
    const { claim } = await report(journey, { owner, serial, incident: dropped });
    await takeInAndInspect(journey, claim, {
      findings: { ...innocent, cause: "drop" },
      parts: ["camera", "battery"],
    });
    const ada = await journey.as(owner);
    await ada.chooseRoute({ id: claim.id, route: "plan" });
    const cancelled = await ada.cancelClaim({ id: claim.id });
    deepEqual([cancelled.state, cancelled.route], ["paid", "return"]);
    await (await journey.as("staff")).shipDevice({
      id: claim.id,
      carrier: "DPD",
      address: warsaw,
      tracking: "T-1",
    });
    deepEqual(await benefitOf(journey, contract.id), {
      state: "active",
      granted: 3,
      used: 0,
      reserved: 0,
      left: 3,
    });
  });
});

describe("after a swap", () => {
  test("the old serial names its successor, and takes neither a claim nor a code", async () => {
    const journey = await beginJourney("2026-06-01T11:00:00Z");
    const [serial, next, last] = ["AC4TEST0001", "AC4TEST0002", "AC4TEST0003"];
    await activate(journey, { owner, sku: "U-3889316", serial });
    const ada = await journey.as(owner);
    for (const [worn, after] of [
      [serial, next],
      [next, last],
    ] as const) {
      const { claim } = await report(journey, { owner, serial: worn, incident: dropped });
      await takeInAndInspect(journey, claim, {
        findings: { ...innocent, cause: "drop" },
        parts: ["camera", "battery"],
      });
      await replace(journey, owner, claim.id, after);
    }
    const anybody = await journey.as("public");
    for (const retired of [serial, next, "ac4-test-0001"]) {
      const answer = await anybody.askCoverage({ serial: retired });
      deepEqual([answer.status, answer.replacedBy], ["replaced", last]);
    }
    equal((await anybody.askCoverage({ serial: last })).status, "covered");

    equal((await refused(report(journey, { owner, serial, incident: dropped }))).code, "unit_replaced");
    const code = await journey.buyCode("U-3889316");
    const holder = { name: "Ada", email: owner };
    const bound = (to: string) => ({
      code,
      serial: to,
      device: { activatedAt: "never", region: "EU" } as const,
      holder,
    });
    const no = await refused(ada.activateContract(bound(serial)));
    equal(no.code, "terms_refuse");
    equal(
      no.receipt?.against.some(({ clause }) => clause === "activate.retired"),
      true,
    );

    const bench = await journey.as("staff");
    const { claim } = await report(journey, { owner, serial: last, incident: dropped });
    await takeInAndInspect(journey, claim, {
      findings: { ...innocent, cause: "drop" },
      parts: ["camera", "battery"],
    });
    await ada.chooseRoute({ id: claim.id, route: "plan" });
    await ada.payClaim({ id: claim.id, method: "test_success" });
    for (const known of [serial, next, last]) {
      const again = await refused(bench.replaceDevice({ id: claim.id, serial: known }));
      equal(again.code, "replacement_serial_known", "no serial is given out twice");
    }
    await journey.endsWhole();
  });
});
