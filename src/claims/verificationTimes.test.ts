import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { type VerificationDesk, verificationDesk } from "../../test/support/verificationDesk.ts";

const codeOf = ({ body }: { body: Record<string, unknown> }) => body.code;

describe("the times of a verification", () => {
  let desk: VerificationDesk;
  before(async () => {
    desk = await verificationDesk();
  });
  after(() => desk.stop());

  it("end it where nobody films, remind before, tell we are late, and close the invitation", async () => {
    const serial = desk.newSerial();
    const forgotten = await desk.asked({ serial: desk.newSerial() });
    const waiting = await desk.submitted({ serial: desk.newSerial() });
    const accepted = await desk.submitted({ serial });
    await desk.decide(accepted, "accept");
    const code = await desk.code();
    assert.equal((await desk.show(forgotten)).dueAt, "2026-09-20T00:00:00Z");

    await desk.app.moveTo("2026-09-07T10:00:00Z");
    const mails = await desk.mailsTo("ada@example.org");
    assert.equal(mails.filter((one) => /^One day left/.test(one)).length, 1, mails.join("\n"));
    assert.equal((await desk.app.call("public", `GET /v1/coverage/${serial}`)).body.status, "may_buy");
    await desk.app.moveTo("2026-09-08T10:00:01Z");
    assert.equal((await desk.show(accepted)).invitation?.state, "lapsed");
    assert.equal(codeOf(await desk.activate(serial, code)), "terms_refuse", "a second too late");
    await desk.app.moveTo("2026-09-09T00:00:00Z");
    const late = await desk.app.call("staff", "GET /v1/verifications?overdue=true");
    assert.deepEqual(
      (late.body.data as { id: string }[]).map(({ id }) => id),
      [waiting],
    );
    await desk.app.moveTo("2026-09-17T00:00:00Z");
    await desk.app.moveTo("2026-09-20T00:00:00Z");
    const { state, closedAt } = await desk.show(forgotten);
    assert.deepEqual([state, closedAt], ["lapsed", "2026-09-20T00:00:00Z"]);
    const told = (await desk.mailsTo("ada@example.org")).join("\n");
    assert.match(told, /can be shown until Saturday 19 September 2026/);
    assert.match(told, /The time to show us your Mavic Pro is over/);
    assert.match(told, /The time to get a plan for your Mavic Pro is over/);
    assert.equal((await desk.ask({ serial })).status, 201, "and it may be asked for again");
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });
});

/** Of a model that those terms are for. */
const american = {
  serial: "MV3123456789",
  device: { activatedAt: "2022-01-25T10:00:00Z", region: "US" },
};

describe("an inspection, where the terms know one", () => {
  let desk: VerificationDesk;
  before(async () => {
    desk = await verificationDesk(
      "2022-04-05T10:00:00Z",
      "2022-01-25T10:00:00Z",
      "dji-care-refresh/2021.terms.md",
    );
  });
  after(async () => {
    assert.deepEqual(await invariantSweep(desk.app.database), []);
    await desk.stop();
  });

  it("in a centre is looked at there, after it came", async () => {
    const id = await desk.asked({ ...american, kind: "inspection" });
    assert.equal(await desk.film(id, "sides"), 409);
    assert.equal(codeOf(await desk.post(id, "submission")), "not_on_video");
    assert.equal((await desk.post(id, "arrival", { place: "Tallinn" }, "staff")).status, 200);
    assert.equal(
      codeOf(await desk.decide(id, "askAgain", { again: [{ clip: "sides", reason: "?" }] })),
      "nothing_asked_again",
    );
    assert.equal((await desk.decide(id, "accept")).status, 200);
    const { invitation, place } = await desk.show(id);
    assert.deepEqual([invitation?.reason, invitation?.state, place], ["inspection", "open", "Tallinn"]);
    assert.equal(
      codeOf(
        await desk.post(
          await desk.asked({ ...american, serial: "MV3123456780" }),
          "arrival",
          { place: "x" },
          "staff",
        ),
      ),
      "not_an_inspection",
    );
  });
});
