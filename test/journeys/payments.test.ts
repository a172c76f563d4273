import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { warsaw } from "../support/cases.ts";
import { activate, benefitOf, innocent, report, takeInAndInspect } from "./claimSteps.ts";
import { beginJourney, type Journey, refused } from "./journey.ts";

const owner = "ada@example.org";

/** A claim whose owner has chosen the replacement and has not paid. */
async function unpaid(journey: Journey, serial: string): Promise<{ id: string; contractId: string }> {
  const contract = await activate(journey, { owner, sku: "U-3889316", serial });
  const { claim } = await report(journey, {
    ...{ owner, serial, incident: { at: contract.startsAt, cause: "drop", parts: ["camera"] } },
  });
  await takeInAndInspect(journey, claim, {
    findings: { ...innocent, cause: "drop" },
    parts: ["camera", "battery"],
  });
  await (await journey.as(owner)).chooseRoute({ id: claim.id, route: "plan" });
  return { id: claim.id, contractId: contract.id };
}

describe("how a payment can go", () => {
  let journey: Journey;
  before(async () => {
    journey = await beginJourney("2026-06-01T10:00:00Z");
  });
  after(() => journey.endsWhole());

  test("declined: nothing was taken, another way is tried and goes through", async () => {
    const ada = await journey.as(owner);
    const { id } = await unpaid(journey, "AC4TEST0001");
    const declined = await ada.payClaim({ id, method: "test_declined" });
    deepEqual([declined.charge.state, declined.charge.payment?.state], ["open", "failed"]);
    equal(declined.claim.state, "chosen");
    const paid = await ada.payClaim({ id, method: "test_success" });
    deepEqual([paid.charge.state, paid.claim.state], ["captured", "paid"]);
    equal((await refused(ada.payClaim({ id, method: "test_success" }))).code, "nothing_to_pay");
  });

  test("pending: nothing else is tried meanwhile, and it settles by itself", async () => {
    const ada = await journey.as(owner);
    const { id } = await unpaid(journey, "AC4TEST0002");
    const pending = await ada.payClaim({ id, method: "test_pending" });
    deepEqual([pending.charge.state, pending.charge.payment?.state], ["open", "pending"]);
    equal((await refused(ada.payClaim({ id, method: "test_success" }))).code, "payment_underway");
    equal((await refused(ada.cancelClaim({ id }))).code, "payment_running");
    await journey.at("2026-06-01T10:10:00Z");
    const { claim, charge } = await ada.showClaim({ id });
    deepEqual([claim.state, charge?.state], ["paid", "captured"]);
  });

  const lost = [
    { method: "test_unknown", charge: "captured", payment: "succeeded", claim: "paid" },
    { method: "test_unknown_declined", charge: "open", payment: "failed", claim: "chosen" },
  ] as const;
  for (const [index, { method, ...came }] of lost.entries()) {
    test(`the answer was lost: nothing else is tried, asked again it had ${came.payment}`, async () => {
      const ada = await journey.as(owner);
      const { id } = await unpaid(journey, `AC4TEST001${index}`);
      await ada.payClaim({ id, method });
      await journey.settle();
      const { claim, charge, timeline } = await ada.showClaim({ id });
      deepEqual({ charge: charge?.state, payment: charge?.payment?.state, claim: claim.state }, came);
      const told = timeline.map(({ type }) => type).filter((type) => type.startsWith("payment."));
      deepEqual(told.slice(0, 2), ["payment.started", "payment.unknown"]);
      equal(told.filter((type) => type === "payment.started").length, 1, "no second try");
    });
  }

  test("nobody pays in thirty days: the camera goes back as it is, the replacement is free", async () => {
    const { id, contractId } = await unpaid(journey, "AC4TEST0004");
    equal((await benefitOf(journey, contractId)).reserved, 1);
    const ada = await journey.as(owner);
    const due = (await ada.showClaim({ id })).claim.next.by ?? "";
    await journey.at(Temporal.Instant.from(due).subtract({ seconds: 1 }).toString());
    equal((await ada.showClaim({ id })).claim.state, "chosen");
    await journey.at(due);
    const { claim, charge } = await ada.showClaim({ id });
    deepEqual([claim.state, claim.route, charge?.state], ["paid", "return", "cancelled"]);
    deepEqual([claim.next.who, claim.next.what], ["centre", "ship"]);
    await (await journey.as("staff")).shipDevice({ id, carrier: "DPD", address: warsaw, tracking: "T-1" });
    const { used, reserved, left } = await benefitOf(journey, contractId);
    deepEqual({ used, reserved, left }, { used: 0, reserved: 0, left: 3 });
  });
});
