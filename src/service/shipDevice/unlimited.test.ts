import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings, polishAddress } from "../../../test/support/cases.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { activatePhone, sampleProgramme } from "../../../test/support/sampleProgramme.ts";
import type { Answer, TestApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

const OWNER = "owner ada@example.org";

describe("a benefit without a limit", () => {
  let app: TestApp;
  let serial = "PHONE0001";
  before(async () => {
    app = await sampleProgramme("2026-03-20T10:00:00-10:00", {
      ...{ programme: "theft-and-loss", plan: "care-tl" },
    });
    await activatePhone(app, OWNER);
  });
  const step = async (id: string, name: string, body: object, as: "staff" | typeof OWNER = "staff") => {
    const answer: Answer = await app.call(as, `POST /v1/claims/${id}/${name}`, body);
    assert.equal(answer.status, 200, `${name}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  it("has no slot to use, and its parcel leaves all the same, time after time", async () => {
    for (const next of ["PHONE0002", "PHONE0003"]) {
      const opened = await app.call(OWNER, "POST /v1/claims", {
        ...{ serial, channel: "online", address: polishAddress },
        incident: { at: app.platform.clock.now().toString(), cause: "drop", parts: ["battery"] },
      });
      assert.equal(opened.status, 201, JSON.stringify(opened.body));
      const { id } = opened.body.claim as { id: string };
      await step(id, "intake", { serial, parts: ["battery"], condition: "bent" });
      const { receipt } = await step(id, "inspection", { findings: cleanFindings });
      assert.equal((receipt as { uses: { left: unknown } }).uses.left, null);
      await step(id, "choice", { route: "plan" }, OWNER);
      await step(id, "payment", { method: "test_success" }, OWNER);
      await step(id, "replacement", { serial: next });
      await step(id, "shipment", { carrier: "DHL", tracking: next });
      await step(id, "closure", {}, OWNER);
      serial = next;
    }
    assert.deepEqual(await invariantSweep(app.database as TestDatabase), []);
  });
});
