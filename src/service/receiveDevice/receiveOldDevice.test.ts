import { deepEqual, equal } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type AdvanceDesk, ALL_PARTS, advanceDesk } from "../../../test/support/advanceDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";

let desk: AdvanceDesk;
before(async () => {
  desk = await advanceDesk();
});

/** What became of the old device: its state, whether that is closed, and the decisions kept of its claim. */
async function coreOf(id: string): Promise<unknown[]> {
  const [, deviceId] = id.split("_");
  const [row] = await ownerQuery<{ state: string; closed: boolean; decisions: number }>(
    desk.app.database,
    `select state, closed_at is not null as closed,
            (select count(*)::integer from claims.decision as d
              where d.device_id = r.device_id and d.claim_no = r.claim_no) as decisions
       from claims.core_return as r where device_id = $1`,
    [deviceId],
  );
  return [row?.state, row?.closed, row?.decisions];
}

describe("an old device that comes when its hold has ended", () => {
  test("is taken in after the hold was captured, in parts too, and stays charged", async () => {
    const { id, serial } = await desk.shipped();
    await desk.days(19);
    equal((await desk.hold(id)).state, "captured");
    const [state, closed, decisions] = await coreOf(id);
    deepEqual([state, closed], ["charged", true]);
    for (const [index, parts] of [["aircraft"], ALL_PARTS].entries()) {
      const taken = await desk.bench("intake", id, { serial, parts, condition: "late" });
      equal(taken.status, 200, JSON.stringify(taken.body));
      deepEqual(await coreOf(id), ["charged", true, Number(decisions) + index + 1]);
    }
    equal((await desk.hold(id)).state, "captured");
  });

  test("is taken in after the hold was released by hand, when it is not all of it", async () => {
    const { id, serial } = await desk.shipped();
    const { rootId, no } = await desk.hold(id);
    const released = await desk.app.call("staff", `POST /v1/holds/hld_${rootId}_${no}/release`, {
      reason: "settled with its owner",
    });
    equal(released.status, 200, JSON.stringify(released.body));
    await desk.app.platform.jobs.drained();
    deepEqual((await coreOf(id)).slice(0, 2), ["waived", true]);
    const part = await desk.bench("intake", id, { serial, parts: ["aircraft"], condition: "opened" });
    equal(part.status, 200, JSON.stringify(part.body));
    deepEqual((await coreOf(id)).slice(0, 2), ["waived", true]);
    equal((await desk.bench("intake", id, { serial, parts: ALL_PARTS, condition: "rest" })).status, 200);
    deepEqual((await coreOf(id)).slice(0, 2), ["received", true]);
  });
});

describe("an old device that is scanned twice", () => {
  const intakesOf = async (id: string) => {
    const { body } = await desk.app.call("staff", `GET /v1/claims/${id}`);
    return (body.intakes as unknown[]).length;
  };

  test("is taken in once, in parts and whole, and the second scan answers as the first did", async () => {
    const { id, serial } = await desk.shipped();
    const scan = (parts: readonly string[]) => desk.bench("intake", id, { serial, parts, condition: "wet" });
    for (const [index, parts] of [["aircraft"], ALL_PARTS].entries()) {
      const [first, second] = [await scan(parts), await scan(parts)];
      deepEqual([first.status, second.status], [200, 200]);
      deepEqual(second.body, first.body);
      equal(await intakesOf(id), index + 1);
      equal((await coreOf(id))[2], index + 2);
    }
    equal((await coreOf(id))[0], "received");
    deepEqual((await scan(["aircraft"])).body.missing, [], "it is all here, whatever is scanned again");
  });

  test("leaves what else comes to be kept apart, once all of it is here", async () => {
    const { id, serial } = await desk.shipped();
    const kept = { parts: ALL_PARTS, condition: "wet" };
    equal((await desk.bench("intake", id, { serial, ...kept })).status, 200);
    const other = await desk.bench("intake", id, { serial: "MSE77777777", ...kept });
    deepEqual([other.status, other.body.code], [409, "old_device_here"]);
    equal(await intakesOf(id), 1);
  });
});
