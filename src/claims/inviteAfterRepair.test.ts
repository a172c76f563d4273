import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { cleanFindings } from "../../test/support/cases.ts";
import { type ClaimDesk, claimDesk } from "../../test/support/claimDesk.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { perform, readPublicId, systemCaller } from "../platform/index.ts";
import { inviteRepaired } from "./inviteAfterRepair.ts";

describe("a device that we repaired", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });
  after(async () => {
    assert.deepEqual(await invariantSweep(desk.app.database), []);
    await desk.app.stop();
  });

  const invitations = async (id: string) => {
    await desk.app.platform.jobs.drained();
    const { rows } = await desk.app.platform.database.pool.query<{ reason: string; state: string }>(
      "select reason, state from contracts.invitation where device_id = $1",
      [readPublicId("clm", id)?.rootId],
    );
    return rows;
  };

  /** A case that goes from its report to its close. */
  const closed = async (route: string) => {
    const opened = await desk.report();
    const { id, serial } = opened.body.claim as { id: string; serial: string };
    const steps = [
      ["intake", { serial, parts: ["camera", "battery"], condition: "cracked glass" }],
      ["inspection", { findings: cleanFindings, repairPrice: { amount: 30_000, currency: "PLN" } }],
      ["choice", { route }],
      ...(route === "return" ? [] : ([["payment", { method: "test_success" }]] as const)),
      ["shipment", { carrier: "DHL", tracking: "JD1", address: undefined }],
    ] as const;
    for (const [step, body] of steps) {
      const shipped = step === "shipment" ? undefined : body;
      const { status, body: said } = await desk.step(step, id, shipped);
      assert.equal(status, 200, `${step}: ${JSON.stringify(said)}`);
      await desk.app.platform.jobs.drained();
    }
    assert.equal((await desk.step("closure", id, {})).status, 200);
    return id;
  };

  it("with a plan that runs is not invited: it has what an invitation is for", async () => {
    assert.deepEqual(await invitations(await closed("paid")), []);
  });

  it("without one is invited once, when its case closes, and not when it goes back as it is", async () => {
    await desk.app.moveTo("2028-07-01T10:00:00Z");
    const repaired = await closed("paid");
    assert.deepEqual(await invitations(repaired), [{ reason: "repair", state: "open" }]);
    const again = await perform(desk.app.platform, systemCaller, inviteRepaired, { id: repaired });
    assert.deepEqual(again.reply, { invited: false }, "the job that runs again invites nobody");
    assert.equal((await invitations(repaired)).length, 1);
    assert.deepEqual(await invitations(await closed("return")), []);
    await desk.app.moveTo("2028-07-04T10:00:01Z");
    assert.deepEqual(await invitations(repaired), [{ reason: "repair", state: "lapsed" }]);
  });
});
