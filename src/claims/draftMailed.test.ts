import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, type CoveredCamera } from "../../test/support/claimDesk.ts";
import { cameraPhoto } from "../../test/support/hostileFiles.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { type Listed, type MailDesk, mailDesk, mailOf } from "../../test/support/mailDesk.ts";
import { listMail } from "../platform/index.ts";
import { chosen } from "./draftMailed.ts";

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

  it("waits for a person when no case comes of it", async () => {
    const camera = desk.desk.camera();
    const { id } = await desk.bring(written(camera, "Ours.", { from: "Ada <ada@example.org>" }));
    assert.ok((await desk.mails("drafted")).some((each) => each.id === id));
    await desk.desk.app.moveTo("2026-10-06T10:00:00Z");
    assert.ok((await desk.mails("unmatched")).some((each) => each.id === id));
  });

  it("breaks no invariant", async () => {
    assert.deepEqual(await invariantSweep(desk.desk.app.database), []);
  });
});
