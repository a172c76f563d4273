import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  type ClaimDesk,
  type CoveredCamera,
  claimDesk,
  toPaid,
  toShipped,
} from "../../../test/support/claimDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import { readPublicId } from "../../platform/index.ts";

const codeOf = ({ status, body }: Answer): string => (status < 400 ? "done" : String(body.code));

describe("faults of the field that replacements must not have", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });
  const pageOf = async (id: string) => (await desk.app.call("staff", `GET /v1/claims/${id}`)).body;
  const coverageOf = async (serial: string) =>
    (await desk.app.call("public", `GET /v1/coverage/${encodeURIComponent(serial)}`)).body;
  const replace = (id: string, serial = desk.newSerial()) => desk.step("replacement", id, { serial });
  const reverse = (id: string) =>
    desk.app.call("staff", `POST /v1/claims/${id}/replacement/reversal`, { reason: "the wrong one" });
  const liveSwaps = async (id: string) => {
    const { rootId, no } = readPublicId("clm", id) ?? {};
    const rows = (await ownerQuery(
      desk.app.database,
      `select w.no from service.swap w
        where w.device_id = '${rootId}' and w.claim_no = ${no} and not exists (
          select from service.swap_reversal r
           where r.device_id = w.device_id and r.claim_no = w.claim_no and r.swap_no = w.no)`,
    )) as object[];
    return rows.length;
  };

  it("2: no step clears that a replacement was given, so no second one is minted", async () => {
    const id = await desk.claimAfter(toShipped);
    const tries = [await replace(id), await reverse(id), await desk.step("shipment", id), await replace(id)];
    assert.deepEqual(tries.map(codeOf), [
      "claim_not_at_this_step",
      "swap_shipped",
      "claim_not_at_this_step",
      "claim_not_at_this_step",
    ]);
    const again = await desk.claimAfter(toPaid);
    await replace(again);
    await reverse(again);
    const both = await Promise.all([replace(again), replace(again)]);
    assert.deepEqual(both.map(codeOf).toSorted(), ["claim_not_at_this_step", "done"]);
    assert.equal(await liveSwaps(again), 1);
    assert.deepEqual((await desk.kept(again)).slots, ["reserved", "free", "free"]);
  });

  it("9: however a serial is written it is one unit, and the pool has it once", async () => {
    const serial = desk.newSerial();
    const ways = [serial, ` ${serial} `, serial.toLowerCase(), `${serial.slice(0, 3)}-${serial.slice(3)}`];
    const unit = { model: "osmo-action-4", region: "EU", grade: "new" };
    const taken = await Promise.all(
      ways.map((way) =>
        desk.app.call("staff", "POST /v1/spare-units", { units: [{ ...unit, serial: way }] }),
      ),
    );
    assert.deepEqual(taken.map(({ body }) => String(body.taken)).toSorted(), ["0", "0", "0", "1"]);
    const id = await desk.claimAfter(toPaid);
    assert.equal(codeOf(await replace(id, ways[3])), "done");
    for (const way of ways) {
      assert.equal((await coverageOf(way)).status, "covered", way);
    }
    // Control: by trimming alone three of them would be units of their own.
    assert.equal(new Set(ways.map((way) => way.trim())).size, 3);
  });

  it("15: taking a swap back leaves what was done meanwhile", async () => {
    const id = await desk.claimAfter(toPaid);
    const serial = desk.newSerial();
    await replace(id, serial);
    await desk.app.platform.jobs.drained();
    const { rootId } = readPublicId("clm", id) ?? {};
    const kept = async () =>
      (await ownerQuery(
        desk.app.database,
        `select d.warranty_ends_at::date::text as warranty, u.shelf
           from contracts.device d, service.spare_unit u
          where d.device_id = '${rootId}' and u.serial = '${serial}'`,
      )) as { warranty: string; shelf: string }[];
    const snapshot = await kept();
    await ownerQuery(
      desk.app.database,
      `update contracts.device set warranty_ends_at = '2029-01-01' where device_id = '${rootId}'`,
    );
    const to = { shelf: "meanwhile" };
    await desk.app.call("staff", "POST /v1/spare-units/moves", { serials: [serial], to });
    assert.equal(codeOf(await reverse(id)), "done");
    assert.deepEqual(await kept(), [{ warranty: "2029-01-01", shelf: "meanwhile" }]);
    // Control: what stood before would have come back with a snapshot.
    assert.notDeepEqual(snapshot, await kept());
    // Nothing of the warranty's record says so: it was written past the acts, and goes again.
    await ownerQuery(
      desk.app.database,
      `update contracts.device set warranty_ends_at = null where device_id = '${rootId}'`,
    );
  });

  it("17: the next claim finds the plan on the unit that was given; the old serial leads to it", async () => {
    const camera = desk.camera();
    const id = await desk.claimAfter(toPaid, camera);
    const serial = desk.newSerial();
    await replace(id, serial);
    await desk.step("shipment", id);
    await desk.app.call(camera.owner, `POST /v1/claims/${id}/closure`, {});
    const lost = await desk.report({}, camera);
    assert.deepEqual([codeOf(lost), lost.body.next === undefined], ["unit_replaced", false]);
    assert.equal((await coverageOf(camera.serial)).replacedBy, serial);
    const found = await desk.report({}, { ...camera, serial });
    assert.equal((found.body.claim as { receipt: { outcome: string } }).receipt.outcome, "plan");
    // Control: a swap that binds nothing leaves the next claim with nothing.
    const unbound = await desk.report({}, { ...camera, serial: desk.newSerial() });
    assert.equal(codeOf(unbound), "device_unknown");
  });

  it("a replacement is claimed in its turn, three deep, each at its own fee", async () => {
    const camera = desk.camera();
    const serials = [camera.serial];
    const fees: unknown[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const worn: CoveredCamera = { ...camera, serial: serials.at(-1) ?? "" };
      const id = await desk.claimAfter(toPaid, worn);
      const { claim } = (await pageOf(id)) as { claim: { fee: unknown } };
      fees.push(claim.fee);
      const next = desk.newSerial();
      assert.equal(codeOf(await replace(id, next)), "done");
      assert.equal(codeOf(await desk.step("shipment", id)), "done");
      await desk.app.call(camera.owner, `POST /v1/claims/${id}/closure`, {});
      serials.push(next);
      const slots = ["used", "used", "used"].map((used, place) => (place <= turn ? used : "free"));
      assert.deepEqual((await desk.kept(id)).slots, slots);
    }
    assert.deepEqual(fees, FEES);
    const head = serials.at(-1);
    for (const retired of serials.slice(0, -1)) {
      const answer = await coverageOf(retired);
      assert.deepEqual([answer.status, answer.replacedBy], ["replaced", head]);
    }
    assert.equal((await coverageOf(head ?? "")).status, "used_up");
    await desk.app.platform.jobs.drained();
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });
});

/** What the terms print for the first, the second and the third. */
const FEES: readonly object[] = [11_900, 18_500, 24_900].map((amount) => ({ amount, currency: "PLN" }));
