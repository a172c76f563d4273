import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, type Who } from "../../../test/support/claimDesk.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const NOTE = "He told another story on the phone.";

describe("a lost device that is seen alive", () => {
  it("is answered with what was raised, and with nothing our people wrote or saw of the case", async () => {
    const incident = { at: "2026-09-04", cause: "drop", parts: ["camera"], lost: "total" };
    const { body } = await desk.report({ incident });
    const id = String((body.claim as { id: string }).id);
    const tell = async (as: Who, at: string) =>
      await desk.app.call(as, `POST /v1/claims/${id}/activity`, { at, what: `Seen at ${at}.` });
    assert.equal((await tell("staff", "2026-09-05T08:00:00Z")).status, 201);
    const seen = { note: NOTE };
    assert.equal((await desk.app.call("staff", `POST /v1/claims/${id}/signals/1/seen`, seen)).status, 200);
    const listed = JSON.stringify((await desk.app.call("staff", `GET /v1/claims/${id}/signals`)).body);
    assert.match(listed, new RegExp(NOTE), "the control: our people read it");
    const at = "2026-09-05T09:00:00Z";
    for (const _twice of [1, 2]) {
      const raised = await tell("integrator", at);
      assert.deepEqual(
        [raised.status, raised.body],
        [
          201,
          {
            ...{ kind: "activity_after_loss", weight: 4, told: { at, what: `Seen at ${at}.` } },
            restsOn: [id],
          },
        ],
      );
    }
  });
});
