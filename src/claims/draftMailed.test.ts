import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, type CoveredCamera, OWNER } from "../../test/support/claimDesk.ts";
import { cameraPhoto } from "../../test/support/hostileFiles.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { type Listed, type MailDesk, mailDesk, mailOf } from "../../test/support/mailDesk.ts";
import { activatePhone, sampleProgramme } from "../../test/support/sampleProgramme.ts";
import type { TestApp } from "../../test/support/testApp.ts";
import { listMail, type Queryable, readPublicId } from "../platform/index.ts";
import { chosen } from "./draftMailed.ts";
import { receiveMail } from "./receiveMail.ts";
import { takeMail } from "./takeMail.ts";

it("a device is the one that is named, else the only one; naming another's is naming none", () => {
  const table: readonly (readonly [readonly string[], readonly string[], string | undefined])[] = [
    [[], [], undefined],
    [["a"], [], "a"],
    [["a", "b"], [], undefined],
    [["a", "b"], ["b"], "b"],
    [["a"], ["b"], undefined],
    [["a", "b"], ["a", "b"], undefined],
    [["a"], ["a", "a"], "a"],
    [[], ["a"], undefined],
  ];
  for (const [held, named, expected] of table) {
    assert.equal(chosen(held, named), expected, JSON.stringify([held, named]));
  }
});

describe("a mail without a case", () => {
  let desk: MailDesk;
  before(async () => {
    desk = await mailDesk();
  });

  const letters = async (to: string) => {
    const mails = await listMail(desk.platform.config.dataFolder);
    return mails.filter((each) => each.to.includes(to) && each.subject.startsWith("Go on with your report"));
  };
  const written = (camera: CoveredCamera, text: string, more: object = {}) =>
    mailOf({
      ...{ from: "Bob <bob@example.org>", subject: "It broke", text: `${text} ${camera.serial}` },
      ...more,
    });
  const said = async (id: string): Promise<unknown[]> =>
    (await desk.messages(id)).map(({ side, via, text }: Listed) => [side, via, text]);

  it("of a holder who names theirs begins a report, and is in the case once that is opened", async () => {
    const camera = desk.desk.camera(BOB);
    const files = [{ name: "crack.jpg", type: "image/jpeg", bytes: await cameraPhoto() }];
    const raw = written(camera, "It fell into the lake.", { files });
    const { id: mailId } = await desk.bring(raw);
    assert.equal((await desk.bring(raw)).isNews, false);
    assert.deepEqual(
      (await desk.mails("drafted")).map(({ id }) => id),
      [mailId],
    );
    assert.deepEqual(await desk.mails(), []);
    await desk.bring(written(camera, "And the gimbal is bent."));
    const mailed = await letters("bob@");
    assert.equal(mailed.length, 1, "one letter a day");
    const token = /\/open\/(rdr_[\w.-]+)/.exec(mailed[0]?.text ?? "")?.[1];
    assert(token !== undefined, JSON.stringify(mailed));
    const opened = await desk.desk.app.call(
      "public",
      "POST /v1/claims",
      {
        ...{ serial: camera.serial, channel: "online" },
        incident: { at: "2026-09-04", cause: "water", parts: ["camera"] },
      },
      { "x-evermend-link": token },
    );
    assert.equal(opened.status, 201, JSON.stringify(opened.body));
    await desk.platform.jobs.drained();
    const { id } = opened.body.claim as { id: string };
    const texts = (await said(id)).map((each) => JSON.stringify(each)).join();
    assert.match(texts, /It fell into the lake/);
    assert.match(texts, /the gimbal is bent/);
    assert.equal((await said(id)).length, 2);
    const { body } = await desk.desk.app.call("staff", `GET /v1/claims/${id}/evidence`);
    assert.equal((body.data as unknown[]).length, 1);
    assert.deepEqual(await desk.mails("drafted"), []);
  });

  it("of who names another's device, of a stranger and of who has several waits for a person", async () => {
    const [ours, bobs] = [desk.desk.camera(), desk.desk.camera(BOB)];
    const before = (await letters("@")).length;
    const brought = await Promise.all([
      desk.bring(written(ours, "Mine?")),
      desk.bring(written(bobs, "Hers.", { from: "Eve <eve@example.net>" })),
      desk.bring(mailOf({ from: "Ada <ada@example.org>", text: "It broke." })),
    ]);
    const waiting = (await desk.mails("unmatched")).map(({ id }) => id);
    assert.ok(brought.every(({ id }) => waiting.includes(id)));
    assert.equal((await letters("@")).length, before);
  });

  it("of who holds more devices than a list shows begins the report of the one it names", async () => {
    const { body } = await desk.desk.app.call(OWNER, "GET /v1/contracts?limit=200");
    const held = body.data as { serial: string; deviceId: string }[];
    assert.ok(held.length > 20);
    const inOrder = held.toSorted((one, other) => (one.deviceId < other.deviceId ? -1 : 1));
    for (const camera of [inOrder[0], inOrder.at(-1)]) {
      assert(camera !== undefined);
      const from = "Ada <ada@example.org>";
      const { id } = await desk.bring(mailOf({ from, subject: camera.serial, text: "It fell." }));
      assert.ok(
        (await desk.mails("drafted")).some((each) => each.id === id),
        camera.deviceId,
      );
    }
  });

  it("waits for a person when no case comes of it, on one day however often its holder writes", async () => {
    const camera = desk.desk.camera();
    const from = "Ada <ada@example.org>";
    const isIn = async (state: string, id: string) => (await desk.mails(state)).some((one) => one.id === id);
    const began = desk.platform.clock.now();
    const first = await desk.bring(written(camera, "Ours.", { from }));
    assert.ok(await isIn("drafted", first.id));
    await desk.desk.app.moveTo(began.add({ hours: 24 * 20 }).toString());
    const second = await desk.bring(written(camera, "And the gimbal.", { from }));
    await desk.desk.app.moveTo(began.add({ hours: 24 * 30 - 1 }).toString());
    assert.deepEqual([await isIn("drafted", first.id), await isIn("drafted", second.id)], [true, true]);
    const returns = began.add({ hours: 24 * 30 }).toString();
    const listed = (await desk.mails("drafted")).filter(({ id }) => id === first.id || id === second.id);
    assert.deepEqual(
      listed.map(({ returnsAt }) => returnsAt),
      [returns, returns],
    );
    const { body } = await desk.desk.app.call("staff", `GET /v1/mails/${second.id}`);
    assert.equal((body.mail as Listed).returnsAt, returns);
    await desk.desk.app.moveTo(began.add({ hours: 24 * 30 }).toString());
    assert.deepEqual([await isIn("unmatched", first.id), await isIn("unmatched", second.id)], [true, true]);
    assert.ok((await desk.mails()).every(({ returnsAt }) => returnsAt === undefined));
  });

  it("breaks no invariant", async () => {
    assert.deepEqual(await invariantSweep(desk.desk.app.database), []);
  });
});

describe("a mail of a holder while the device passes on", () => {
  const GIVER = "owner ada@example.org";
  const TAKER = "owner ben@example.org";
  let app: TestApp;
  let contract: string;
  before(async () => {
    const plan = { programme: "one-time-transfer", plan: "term-2y" };
    app = await sampleProgramme("2026-03-20T10:00:00-10:00", plan);
    contract = await activatePhone(app, GIVER);
    await app.moveTo("2026-03-21T10:00:00-10:00");
  });

  const bring = async (from: string, text: string): Promise<string> => {
    const { id } = await receiveMail(app.platform, mailOf({ from, subject: "PHONE0001", text }));
    await app.platform.jobs.drained();
    return id;
  };
  const stateOf = async (id: string) => {
    const { body } = await app.call("staff", `GET /v1/mails/${id}`);
    return (body.mail as Listed).state;
  };
  const letters = async (to: string): Promise<number> => {
    await app.platform.jobs.drained();
    const mails = await listMail(app.platform.config.dataFolder);
    return mails.filter((one) => one.to.includes(to) && one.subject.startsWith("Go on with")).length;
  };
  const passOn = async () => {
    const to = { name: "Ben", email: "ben@example.org" };
    const { body } = await app.call(GIVER, `POST /v1/contracts/${contract}/transfer`, { to });
    const agreed = await app.call(TAKER, `POST /v1/transfers/${String(body.id)}/answer`, { answer: "agree" });
    assert.equal(agreed.status, 200, JSON.stringify(agreed.body));
  };
  /** Has a mail worked once more, and something happen between what it is judged by and its report. */
  const workAgain = async (id: string, meanwhile: () => Promise<void>) => {
    const mailId = readPublicId("mal", id)?.rootId ?? "";
    const { database } = app.platform;
    const anew = "update claims.mail set state = 'new', outcome = null, device_id = null where mail_id = $1";
    await database.pool.query(anew, [mailId]);
    let isJudged = false;
    const query: Queryable["query"] = async (statement, values) => {
      const rows = await database.query(statement, values);
      if (statement.name === "count_drafted_mails" && !isJudged) {
        isJudged = true;
        await meanwhile();
      }
      return rows;
    };
    await takeMail.run({ ...app.platform, database: { ...database, query } }, { mailId });
    assert.ok(isJudged, "it was judged to begin a report");
  };

  it("begins no report of the next holder, who is mailed nothing, and waits for a person", async () => {
    const kept = await bring("Ada <ada@example.org>", "It fell.");
    const raced = await bring("Ada <ada@example.org>", "It is wet.");
    await workAgain(raced, async () => undefined);
    assert.deepEqual([await stateOf(kept), await stateOf(raced)], ["drafted", "drafted"], "the control");
    assert.deepEqual([await letters("ada@"), await letters("ben@")], [1, 0]);
    await workAgain(raced, passOn);
    assert.equal(await stateOf(raced), "unmatched");
    assert.deepEqual([await letters("ada@"), await letters("ben@")], [1, 0]);
    assert.deepEqual((await app.call(TAKER, "GET /v1/report-drafts")).body.data, []);
  });

  it("leaves the next holder's first mail a report of their own", async () => {
    const before = (await mailsIn("drafted")).map(({ id }) => id);
    assert.equal(before.length, 1);
    const bens = await bring("Ben <ben@example.org>", "It broke.");
    assert.deepEqual(
      (await mailsIn("drafted")).map(({ id }) => id),
      [bens],
      "what is of no report any more waits for a person",
    );
    assert.equal(await stateOf(String(before[0])), "unmatched");
    assert.deepEqual([await letters("ada@"), await letters("ben@")], [1, 1]);
    assert.deepEqual(await invariantSweep(app.database), []);
  });

  const mailsIn = async (state: string) =>
    (await app.call("staff", `GET /v1/mails?limit=200&state=${state}`)).body.data as Listed[];
});
