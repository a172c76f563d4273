import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { cameraPhoto, movie } from "../../test/support/hostileFiles.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import {
  ADA,
  CLIPS,
  fitting,
  type VerificationDesk,
  verificationDesk,
} from "../../test/support/verificationDesk.ts";
import { linkFor } from "../identity/index.ts";
import { eventsOf, readPublicId } from "../platform/index.ts";

const codeOf = ({ body }: { body: Record<string, unknown> }) => body.code;

describe("showing a device that is too late for a plan", () => {
  let desk: VerificationDesk;
  before(async () => {
    desk = await verificationDesk();
  });
  after(async () => {
    assert.deepEqual(await invariantSweep(desk.app.database), []);
    await desk.stop();
  });
  const typesOf = async (id: string) => {
    const events = await eventsOf(desk.app.platform.database, readPublicId("vrf", id)?.rootId ?? "");
    return events.map(({ type }) => type).filter((type) => /^(Verif|Invit|Contract)/.test(type));
  };

  it("goes from the ask to a plan: filmed, handed in, accepted, and bound within 72 hours", async () => {
    const serial = desk.newSerial();
    const code = await desk.code();
    const late = await desk.activate(serial, code);
    assert.equal(codeOf(late), "terms_refuse", "the control: without it the code is refused");
    const id = await desk.asked({ serial });
    assert.deepEqual([(await desk.show(id)).state, (await desk.show(id)).who], ["asked", "owner"]);
    await desk.film(id, "serials");
    assert.equal((await desk.show(id)).state, "filming");
    assert.equal(codeOf(await desk.post(id, "submission")), "clips_missing");
    await desk.filmAll(id, CLIPS.slice(1));
    assert.equal((await desk.post(id, "submission")).status, 200);
    const { who, dueAt, clips } = await desk.show(id, "staff");
    assert.deepEqual([who, dueAt], ["office", "2026-09-09T00:00:00Z"]);
    assert.ok(clips.every(({ piece }) => piece?.state === "kept"));
    assert.equal(codeOf(await desk.activate(serial, code)), "terms_refuse", "handed in is not accepted");
    const { status, body } = await desk.decide(id, "accept");
    assert.equal(status, 200, JSON.stringify(body));
    // Its letter is written while the invitation is open: what is taken already needs none.
    await desk.app.platform.jobs.drained();
    const { invitation, decisions } = await desk.show(id);
    assert.deepEqual([invitation?.state, invitation?.endsAt], ["open", "2026-09-08T10:00:00Z"]);
    assert.equal(decisions[0]?.decidedBy, undefined, "its owner is not told who");
    assert.match(String((await desk.show(id, "staff")).decisions[0]?.decidedBy), /^key:/);
    const bound = await desk.activate(serial, code);
    assert.equal(bound.status, 201, JSON.stringify(bound.body));
    assert.equal((await desk.show(id)).invitation?.state, "taken");
    assert.deepEqual(await typesOf(id), [
      "VerificationAsked",
      "VerificationSubmitted",
      "VerificationAccepted",
      "InvitationSent",
      "ContractActivated",
      "InvitationTaken",
    ]);
    const mails = await desk.mailsTo("ada@example.org");
    assert.ok(
      mails.some((subject) => /^Show us your Mavic Pro$/.test(subject)),
      mails.join("\n"),
    );
    assert.ok(
      mails.some((subject) => /may have a plan until Tuesday 8 September 2026/.test(subject)),
      mails.join("\n"),
    );
  });

  it("is refused where it leads nowhere, with the way on", async () => {
    const cases: readonly [string, object, string][] = [
      ["of a camera, which the terms do not verify", { serial: "AC400009999" }, "no_such_way"],
      ["of another maker", { serial: "ZZTOP-99-XYZ" }, "serial_not_ours"],
      [
        "in time",
        { device: { activatedAt: "2026-09-04T10:00:00Z", region: "EU" } },
        "verification_not_needed",
      ],
    ];
    for (const [name, told, code] of cases) {
      const asked = await desk.ask(told);
      assert.deepEqual([asked.status, codeOf(asked)], [409, code], name);
      assert.ok(String(asked.body.next).length > 20, `${name}: the way on`);
    }
    const wrong = await desk.ask({ device: { activatedAt: "2027-01-01T00:00:00Z", region: "EU" } });
    assert.equal(wrong.status, 400);
    const serial = desk.newSerial();
    await desk.asked({ serial });
    assert.equal(codeOf(await desk.ask({ serial })), "verification_open");
    const accepted = desk.newSerial();
    const id = await desk.submitted({ serial: accepted });
    await desk.decide(id, "accept");
    assert.equal(codeOf(await desk.ask({ serial: accepted })), "verification_not_needed");
    await desk.activate(accepted, await desk.code());
    assert.equal(codeOf(await desk.ask({ serial: accepted })), "device_has_plan");
  });

  it("is seen whole, however many clips were tried before", async () => {
    const id = await desk.asked({ serial: desk.newSerial() });
    const { rootId, no } = readPublicId("vrf", id) ?? {};
    await desk.app.platform.database.pool.query(
      `insert into claims.evidence (device_id, belongs_to, of_no, no, file_name, state, refused_as, kind,
         purpose, sent_type, sent_bytes, added_by, adder_id, added_at, closed_at, cleared_at)
       select $1, 'verification', $2, n, lpad(to_hex(n), 32, '0'), 'refused', 'file_damaged', 'video',
              'serials', 'video/mp4', 10, 'owner', 'test', now(), now(), now()
         from generate_series(1, 1100) as n`,
      [rootId, no],
    );
    await desk.filmAll(id);
    assert.equal((await desk.post(id, "submission")).status, 200);
    const { clips } = await desk.show(id, "staff");
    assert.deepEqual([...new Set(clips.map(({ piece }) => piece?.state))], ["kept"]);
  });

  it("decided by two at once is decided by one, who is written down", async () => {
    const id = await desk.submitted();
    const said = ["accept", "askAgain", "refuse"].map((decision) =>
      desk.decide(
        id,
        decision,
        {
          ...(decision === "askAgain" ? { again: [{ clip: "sides", reason: "Too dark." }] } : {}),
          ...(decision === "refuse" ? { reason: "A leg is broken.", clause: "activate.video" } : {}),
        },
        decision === "refuse" ? "manager" : "staff",
      ),
    );
    const answers = await Promise.all(said);
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.ok(
      answers.every((one) => one.status === 200 || codeOf(one) === "verification_not_submitted"),
      JSON.stringify(answers.map(codeOf)),
    );
    const { decisions } = await desk.show(id, "staff");
    assert.equal(decisions.length, 1);
  });

  it("is not decided before every clip was looked at, nor accepted with one that does not fit", async () => {
    const id = await desk.submitted();
    const missing = await desk.decide(id, "accept", { looked: fitting.slice(1) });
    assert.equal(codeOf(missing), "clips_not_looked_at");
    const unfit = fitting.map(({ clip }) => ({ clip, fits: clip !== "motion" }));
    assert.equal(codeOf(await desk.decide(id, "accept", { looked: unfit })), "clip_does_not_fit");
    assert.equal(codeOf(await desk.decide(id, "askAgain")), "nothing_asked_again");
    assert.equal(codeOf(await desk.decide(id, "refuse", { reason: "Broken" })), "reason_missing");
    const none = await desk.decide(id, "refuse", { reason: "Broken", clause: "activate.nothing" });
    assert.equal(none.status, 400);
    assert.equal(codeOf(await desk.decide(id, "accept", { submission: 2 })), "another_submission");
    assert.equal((await desk.decide(id, "accept", {}, ADA)).status, 403);
    assert.deepEqual((await desk.show(id, "staff")).decisions, [], "nothing was written");
    assert.equal((await desk.decide(id, "accept")).status, 200, "the control");
  });

  it("asked again keeps the earlier clips and wants only what was named", async () => {
    const id = await desk.submitted();
    const again = [{ clip: "motion", reason: "The landing is not in it." }];
    assert.equal((await desk.decide(id, "askAgain", { again })).status, 200);
    const asked = await desk.show(id);
    assert.equal(asked.state, "asked_again");
    const motion = asked.clips.find(({ clip }) => clip === "motion");
    assert.deepEqual([motion?.asked, motion?.why, motion?.piece], [true, again[0]?.reason, undefined]);
    assert.equal(motion?.earlier.length, 1);
    assert.equal(codeOf(await desk.post(id, "submission")), "clips_missing");
    assert.equal(await desk.film(id, "sides"), 409, "another clip is not taken");
    assert.equal(await desk.film(id, "motion"), 201);
    assert.equal((await desk.post(id, "submission")).status, 200);
    const stale = await desk.decide(id, "refuse", { reason: "Old news", clause: "activate.video" });
    assert.equal(codeOf(stale), "another_submission", "who looked at the earlier one decides nothing");
    assert.equal((await desk.decide(id, "accept", { submission: 2 })).status, 200);
    const shown = await desk.show(id, "staff");
    assert.deepEqual(
      shown.decisions.map(({ decision }) => decision),
      ["askAgain", "accept"],
    );
    assert.equal(shown.clips.at(-1)?.earlier.length, 1);
  });

  it("refused says why by mail, and nothing is invited", async () => {
    const id = await desk.submitted();
    const reason = "The right front leg is cracked.";
    await desk.decide(id, "refuse", { reason, clause: "activate.video" });
    const shown = await desk.show(id);
    assert.deepEqual([shown.state, shown.invitation, shown.dueAt], ["refused", undefined, undefined]);
    assert.equal(shown.decisions[0]?.reason, reason);
    assert.ok((await desk.mailsTo("ada@example.org")).some((one) => /^We cannot accept your/.test(one)));
  });

  it("takes videos only, and plays them from where one wants", async () => {
    const id = await desk.asked();
    assert.equal(await desk.film(id, "sides", { bytes: await cameraPhoto(), type: "image/jpeg" }), 409);
    assert.equal(await desk.film(id, "damage"), 409);
    const bytes = movie();
    assert.equal(await desk.film(id, "sides", { bytes }), 201);
    const { clips } = await desk.show(id);
    const { file } = clips.find(({ clip }) => clip === "sides")?.piece ?? {};
    const authorization = await desk.app.authorization("staff");
    const get = async (range: string) =>
      await fetch(`${desk.url}${file?.path}`, { headers: { authorization, range } });
    const whole = Buffer.from(await (await get("bytes=0-")).arrayBuffer());
    const part = await get("bytes=100-199");
    assert.deepEqual(
      [part.status, part.headers.get("content-range")],
      [206, `bytes 100-199/${whole.length}`],
    );
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(100, 200));
    assert.equal((await get(`bytes=${whole.length}-`)).status, 416);
  });

  it("is nobody else's: another owner, a stranger, another's link", async () => {
    const [id, other] = [await desk.asked(), await desk.asked()];
    const eve = "owner eve@example.org";
    assert.equal((await desk.app.call(eve, `GET /v1/verifications/${id}`)).status, 404);
    assert.equal(await desk.film(id, "sides", { as: eve }), 404);
    assert.equal((await desk.post(id, "withdrawal", {}, eve)).status, 404);
    const { body } = await desk.app.call(eve, "GET /v1/verifications");
    assert.deepEqual(body.data, []);
    const by = (of: string) =>
      desk.app.call("public", `GET /v1/verifications/${id}`, undefined, {
        "x-evermend-link": linkFor(desk.app.platform, "verification", of),
      });
    assert.deepEqual([(await by(other)).status, (await by(id)).status], [404, 200]);
  });

  it("is listed oldest first, by state, kind and serial, in pages and as a table", async () => {
    const all = await desk.app.call("staff", "GET /v1/verifications?limit=200");
    const rows = all.body.data as { id: string; askedAt: string }[];
    const first = await desk.app.call("staff", "GET /v1/verifications?limit=2");
    assert.equal((first.body.data as unknown[]).length, 2);
    const next = await desk.app.call(
      "staff",
      `GET /v1/verifications?limit=200&after=${first.body.nextCursor}`,
    );
    assert.deepEqual(
      [...(first.body.data as { id: string }[]), ...(next.body.data as { id: string }[])],
      rows,
    );
    const { body } = await desk.app.call("staff", "GET /v1/verifications?state=submitted&kind=inspection");
    assert.deepEqual(body.data, []);
    assert.equal((await desk.app.call("staff", "GET /v1/verifications?state=lost")).status, 400);
  });
});
