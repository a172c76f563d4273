import { deepEqual, equal, notEqual } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type AdvanceDesk, advanceDesk } from "../../../test/support/advanceDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { publicId } from "../../platform/index.ts";

const AMY = "manager amy@example.org";
const BEN = "manager ben@example.org";
let desk: AdvanceDesk;
before(async () => {
  desk = await advanceDesk();
});

/** Another device came, its deadline and notice are over, and a person may take it. */
async function takeable(): Promise<{ readonly claim: string; readonly hold: string }> {
  const { id: claim } = await desk.shipped();
  const { rootId, no } = await desk.hold(claim);
  await desk.bench("intake", claim, { serial: "MSE77777777", parts: ["aircraft"], condition: "not ours" });
  await desk.days(18);
  return { claim, hold: publicId("hld", rootId, no) };
}

const capture = (hold: string, as: typeof AMY | typeof BEN = AMY, amount = 14_900) =>
  desk.app.call(as, `POST /v1/holds/${hold}/capture`, { amount, reason: "another device came" });
const answer = (hold: string, decision: string, as: typeof AMY | typeof BEN = BEN) =>
  desk.app.call(as, `POST /v1/holds/${hold}/capture-approval`, { decision });

describe("a capture above the limit", () => {
  it("is asked for by one and taken by another, once", async () => {
    const { claim, hold } = await takeable();
    const asked = await capture(hold);
    equal(asked.status, 200, JSON.stringify(asked.body));
    deepEqual((asked.body.captureAsked as { amount: object }).amount, { amount: 14_900, currency: "USD" });
    equal(asked.body.ending, null);
    equal((await capture(hold, BEN)).body.code, "capture_asked");
    equal((await answer(hold, "approve", AMY)).body.code, "capture_same_person");
    const answers = await Promise.all([answer(hold, "approve"), answer(hold, "approve")]);
    deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
    await desk.app.platform.jobs.drained();
    equal((await desk.hold(claim)).capturedMinor, 14_900);
    deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });

  it("is declined, and can be asked for again", async () => {
    const { hold, claim } = await takeable();
    await capture(hold);
    equal((await answer(hold, "decline")).body.captureAsked, null);
    equal((await answer(hold, "approve")).body.code, "capture_not_asked");
    equal((await capture(hold)).status, 200);
    equal((await desk.hold(claim)).ending, null);
  });

  it("that waits is over when the right device comes, and nothing is taken", async () => {
    const { id: claim, serial } = await desk.shipped();
    const { rootId, no } = await desk.hold(claim);
    const hold = publicId("hld", rootId, no);
    await desk.bench("intake", claim, { serial: "MSE77777777", parts: ["aircraft"], condition: "not ours" });
    await desk.days(18);
    equal((await capture(hold)).status, 200);
    await desk.app.call("staff", `POST /v1/holds/${hold}/release`, { reason: "it was at another desk" });
    await desk.app.platform.jobs.drained();
    notEqual(serial, "");
    equal((await answer(hold, "approve")).body.code, "hold_over");
    equal((await desk.hold(claim)).capturedMinor, 0);
    deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });
});
