import assert from "node:assert/strict";
import { it } from "node:test";
import { claimDesk } from "../../test/support/claimDesk.ts";
import { ownerQuery } from "../../test/support/ownerQuery.ts";

it("a case without a contract counts the days of its device's region, at its report and after", async () => {
  const desk = await claimDesk();
  // The Azores are an hour behind UTC in winter, and beside it in summer.
  await desk.app.moveTo("2026-11-05T10:00:00Z");
  const covered = desk.camera();
  // A plan whose payment is disputed gives nothing.
  await ownerQuery(
    desk.app.database,
    `update contracts.contract k set state = 'suspended' from contracts.device d
      where d.device_id = k.device_id and d.serial = '${covered.serial}'`,
  );
  const incident = { at: "2026-11-04", cause: "drop", parts: ["camera"] };
  const { status, body } = await desk.report({ incident }, covered);
  assert.equal(status, 201, JSON.stringify(body));
  const claim = body.claim as { id: string; contractId?: string };
  assert.equal(claim.contractId, undefined, "the control: it falls under none");
  assert.deepEqual((await desk.kept(claim.id)).deadlines, ["report_lapses 2026-12-06T01:00:00Z"]);
  const parcel = { serial: covered.serial, parts: ["camera", "battery"], condition: "scratched" };
  assert.equal((await desk.step("intake", claim.id, parcel)).status, 200);
  assert.equal((await desk.step("inspection", claim.id)).status, 200);
  assert.deepEqual((await desk.kept(claim.id)).deadlines, ["payment_lapses 2026-12-06T01:00:00Z"]);
});

it("the page of a case tells its days by that zone too, also when the only plan was cancelled", async () => {
  const desk = await claimDesk();
  const id = await desk.claimAfter([]);
  const shown = async () => (await desk.app.call("staff", `GET /v1/claims/${id}`)).body;
  const { claim, ribbon } = (await shown()) as { claim: { contractId: string }; ribbon: { zone: string } };
  assert.equal(ribbon.zone, "Atlantic/Azores", "the control: a plan that runs");
  assert.equal((await desk.step("cancellation", id)).status, 200);
  const route = `POST /v1/contracts/${claim.contractId}/cancellation` as const;
  const { status, body } = await desk.app.call("staff", route, { by: "provider", reason: "fraud" });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(((await shown()).ribbon as typeof ribbon).zone, "Atlantic/Azores");
});
