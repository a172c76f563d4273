import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, type CoveredCamera, claimDesk, toPaid } from "../../../test/support/claimDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import type { Answer } from "../../../test/support/testApp.ts";

const codeOf = ({ status, body }: Answer): string => (status < 400 ? "done" : String(body.code));

describe("a claim on a unit that is itself a replacement", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });
  const pageOf = async (id: string) => (await desk.app.call("staff", `GET /v1/claims/${id}`)).body;
  const coverageOf = async (serial: string) =>
    (await desk.app.call("public", `GET /v1/coverage/${encodeURIComponent(serial)}`)).body;
  const replace = (id: string, serial = desk.newSerial()) => desk.step("replacement", id, { serial });

  it("finds plan, fee and lineage, three deep", async () => {
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
