import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import type { Answer } from "../../test/support/testApp.ts";
import { type VerificationDesk, verificationDesk } from "../../test/support/verificationDesk.ts";
import { deadlinesOf, listMail, readPublicId } from "../platform/index.ts";

const codeOf = ({ body }: { body: Record<string, unknown> }) => body.code;

describe("a device that several would show", () => {
  let desk: VerificationDesk;
  before(async () => {
    desk = await verificationDesk();
  });
  after(async () => {
    assert.deepEqual(await invariantSweep(desk.app.database), []);
    await desk.stop();
  });

  it("asked by a stranger holds nobody up: the first that is accepted ends the others", async () => {
    const serial = desk.newSerial();
    const mal = { name: "Mal", email: "mal@example.org" };
    const theirs = await desk.asked({ serial, asker: mal });
    const id = await desk.submitted({ serial });
    assert.equal(codeOf(await desk.ask({ serial })), "verification_open", "one of each asker");
    assert.equal(codeOf(await desk.ask({ serial, asker: mal })), "verification_open");
    assert.equal((await desk.decide(id, "accept")).status, 200);
    assert.deepEqual(
      [(await desk.show(id)).state, (await desk.show(theirs, "staff")).state],
      ["accepted", "lapsed"],
    );
    const rootId = readPublicId("vrf", id)?.rootId ?? "";
    const waits = await deadlinesOf(desk.app.platform.database, rootId);
    assert.ok(!waits.some(({ kind }) => kind.startsWith("verification_")), JSON.stringify(waits));
  });

  it("accepted for one tells the others that theirs has ended, and nothing of an acceptance", async () => {
    const serial = desk.newSerial();
    const mal = { name: "Mal", email: "mallory@example.org" };
    const theirs = await desk.asked({ serial, asker: mal });
    assert.equal((await desk.decide(await desk.submitted({ serial }), "accept")).status, 200);
    await desk.app.platform.jobs.drained();
    const { dataFolder } = desk.app.platform.config;
    const mails = (await listMail(dataFolder)).filter(({ to }) => to.includes("mallory@example.org"));
    const ended = mails.find(
      ({ subject }) => subject === "What you asked for about your Mavic Pro has ended",
    );
    assert.ok(ended !== undefined, JSON.stringify(mails));
    const seen = await desk.show(theirs, "owner mallory@example.org");
    assert.deepEqual([seen.state, seen.decisions, seen.invitation], ["lapsed", [], undefined]);
    const again = await desk.ask({ serial, asker: mal });
    assert.equal(codeOf(again), "verification_not_needed", "what anybody is told who asks by its serial");
    const { body } = await desk.app.call("public", `GET /v1/coverage/${serial}`);
    assert.equal(body.status, "may_buy");
    for (const text of [`${ended.subject} ${ended.text}`, JSON.stringify(seen), JSON.stringify(again.body)]) {
      assert.doesNotMatch(text, /accepted|verified|somebody|another|invited/i);
    }
  });

  it("is told a guest who names another's address as a new one; the address is reminded", async () => {
    const [serial, fresh] = [desk.newSerial(), desk.newSerial()];
    const id = await desk.asked({ serial });
    assert.equal(await desk.film(id, "serials"), 201);
    const { askedAt } = await desk.show(id);
    await desk.app.moveTo(Temporal.Instant.from(askedAt).add({ hours: 24 }).toString());
    const told = (answer: Answer): Record<string, unknown> => {
      const { serial: _serial, deviceId: _device, ...rest } = answer.body;
      return { status: answer.status, ...rest };
    };
    const another = { name: "Ada", email: "nobody@example.org" };
    const guess = told(await desk.ask({ serial }, "public"));
    assert.equal(guess.status, 201, JSON.stringify(guess));
    for (const control of [{ serial: fresh }, { serial, asker: another }]) {
      assert.deepEqual(guess, told(await desk.ask(control, "public")));
    }
    assert.ok(!("id" in guess), "its number would say how many asked before");
    assert.deepEqual(guess, told(await desk.ask({ serial }, "reseller")), "nor is a shop told");
    await desk.app.platform.jobs.drained();
    assert.equal(
      (await desk.mailsTo("ada@example.org")).filter((one) => /can be shown until/.test(one)).length,
      1,
      "once in a day, however many ask in their name",
    );
    const { state, dueAt } = await desk.show(id);
    assert.deepEqual([state, (await desk.show(id, "staff")).clips[0]?.piece?.state], ["filming", "kept"]);
    assert.ok(dueAt !== undefined && dueAt !== guess.dueAt, "what is under way keeps its day");
    for (const who of ["owner ada@example.org", "staff"] as const) {
      assert.equal(codeOf(await desk.ask({ serial }, who)), "verification_open", who);
    }
  });

  it("asked by many at once is asked once", async () => {
    const serial = desk.newSerial();
    const asks = await Promise.all(Array.from({ length: 6 }, () => desk.ask({ serial }, "integrator")));
    const won = asks.filter(({ status }) => status === 201);
    assert.equal(won.length, 1);
    assert.ok(asks.every((one) => one.status === 201 || codeOf(one) === "verification_open"));
  });

  it("is one of each asker by the table itself: a race around the lock of its device ends so", async () => {
    const { pool } = desk.app.platform.database;
    const copy = (no: number, digest: string) => ({
      text: `insert into claims.verification
          (device_id, no, kind, serial, asker_id, programme, region, zone, checklist, clips, receipt,
           asked_by, asked_at, due_at, asker_digest)
        select device_id, $3, kind, serial, 'another', programme, region, zone, checklist, clips, receipt,
               asked_by, asked_at, due_at, ${digest}
          from claims.verification where device_id = $1 and no = $2`,
      values: [rootId, 1, no],
    });
    const { rootId = "" } = readPublicId("vrf", await desk.asked({ serial: desk.newSerial() })) ?? {};
    await assert.rejects(pool.query(copy(2, "asker_digest")), { constraint: "verification_once" });
    await pool.query(copy(3, "'\\x01'"));
    const [first, second] = [await pool.connect(), await pool.connect()];
    await first.query("begin");
    await first.query(copy(4, "'\\x02'"));
    const raced = assert.rejects(second.query(copy(5, "'\\x02'")), { constraint: "verification_once" });
    await first.query("commit");
    await raced;
    first.release();
    second.release();
    // The control: what is over stands in nobody's way, and tells nobody from another.
    await pool.query(
      `update claims.verification set state = 'withdrawn', closed_at = asked_at, due_at = null,
              asker_digest = null
        where device_id = $1 and no = 4`,
      [rootId],
    );
    await pool.query(copy(6, "'\\x02'"));
  });
});
