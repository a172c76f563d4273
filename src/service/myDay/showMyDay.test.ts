import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, toPaid, type Who } from "../../../test/support/claimDesk.ts";
import { statementCount } from "../../../test/support/statementCount.ts";

let desk: ClaimDesk;
let taken: string;
let shared: string;
let swapped: string;
let since: string;

before(async () => {
  desk = await claimDesk();
  since = desk.app.platform.clock.now().toString();
  taken = await desk.claimAfter(["intake"]);
  await desk.claimAfter(["intake", "inspection"]);
  shared = await desk.claimAfter(["intake"]);
  await desk.step("inspection", shared, undefined, "integrator");
  swapped = await desk.claimAfter(toPaid);
  await desk.step("replacement", swapped);
  await desk.app.platform.jobs.drained();
});
after(() => desk.app.stop());

async function dayOf(as: Who, from = since) {
  const { status, body } = await desk.app.call(as, `GET /v1/my-day?since=${from}`);
  assert.equal(status, 200, JSON.stringify(body));
  const inHand = body.inHand as { claim: { id: string } }[];
  return { done: body.done, inHand: inHand.map(({ claim }) => claim.id) };
}

describe("somebody's day", () => {
  it("counts what they did, and has what the bench is to do with what they touched last", async () => {
    const { done, inHand } = await dayOf("staff");
    assert.deepEqual(done, { received: 4, inspected: 2, swapped: 1, shipped: 0 });
    // One waits for its owner, and one is in another's hands.
    assert.deepEqual(inHand.toSorted(), [taken, swapped].toSorted());
  });

  it("is nobody else's", async () => {
    const { done, inHand } = await dayOf("manager");
    assert.deepEqual([done, inHand], [{ received: 0, inspected: 0, swapped: 0, shipped: 0 }, []]);
  });

  it("has no swap that was taken back, and nothing of before", async () => {
    await desk.app.platform.jobs.drained();
    const taking = `POST /v1/claims/${swapped}/replacement/reversal`;
    assert.equal((await desk.app.call("staff", taking, { reason: "the wrong box" })).status, 200);
    assert.equal(((await dayOf("staff")).done as { swapped: number }).swapped, 0);
    const later = desk.app.platform.clock.now().add({ hours: 1 }).toString();
    assert.deepEqual((await dayOf("staff", later)).done, {
      received: 0,
      inspected: 0,
      swapped: 0,
      shipped: 0,
    });
  });

  it("is five statements at most, however many cases there are", async () => {
    await desk.app.platform.jobs.drained();
    const earlier = await statementCount(desk.app.platform, /^$/);
    await dayOf("staff");
    const sent = (await statementCount(desk.app.platform, /^$/)) - earlier;
    assert.ok(sent <= 5, `${sent} statements`);
  });
});
