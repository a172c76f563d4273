import { deepEqual, equal, rejects } from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  type AlarmDesk,
  alarmDesk,
  contacts,
  DESK,
  gatherAlarms,
  LEAD,
  MARA,
} from "../../../test/support/alarmDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { verificationDesk } from "../../../test/support/verificationDesk.ts";
import { putMember, removeMember } from "../../identity/index.ts";
import {
  createLog,
  eventsOf,
  listMail,
  type Platform,
  readPublicId,
  sendMissedAgain,
} from "../../platform/index.ts";
import { sendNotice } from "../sendNotice.ts";

interface MadeLetter {
  readonly root: string;
  readonly addressee: string;
}

/** The letters that were made last, the newest first. */
async function lastLetters(database: { readonly address: object }, count: number): Promise<MadeLetter[]> {
  return await ownerQuery<MadeLetter>(
    database,
    "select root_id as root, addressee from notices.alarm_letter order by root_id desc limit $1",
    [count],
  );
}

/** The event that a letter of these follows. */
async function noticeOf(platform: Platform, root: string) {
  const [event] = await eventsOf(platform.database, root);
  return { rootId: root, type: "AlarmLetterMade", body: event?.body ?? {} };
}

describe("a letter about promises that run out", () => {
  let desk: AlarmDesk;
  before(async () => {
    desk = await alarmDesk(8);
    await desk.manager();
    equal(await desk.name(contacts), 200);
  });

  const about = async (email: string, id: string) =>
    (await desk.mailsTo(email)).filter(({ text }) => text.includes(id));

  it("is one, however often its job and its deadline run, together and after a death", async () => {
    const { platform } = desk.app;
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    const told = async () => [(await about(DESK, id)).length, (await about(LEAD, id)).length];
    deepEqual(await told(), [1, 0], "so far it was near");
    await Promise.all([gatherAlarms(platform), gatherAlarms(platform), gatherAlarms(platform)]);
    deepEqual(await told(), [2, 1]);
    const made = await lastLetters(desk.app.database, 2);
    deepEqual(made.map(({ addressee }) => addressee).toSorted(), ["desk", "lead"]);
    for (const { root } of made) {
      const notice = await noticeOf(platform, root);
      await Promise.all([sendNotice.run(platform, notice), sendNotice.run(platform, notice)]);
      // A death between sending and noting: the letter goes again, under the id it has.
      await ownerQuery(desk.app.database, "delete from notices.message where root_id = $1", [root]);
      const mailer = { send: () => Promise.reject(new Error("no mail server")), close: () => undefined };
      await rejects(sendNotice.run({ ...platform, mailer } as Platform, notice), /no mail server/);
      await Promise.all([sendNotice.run(platform, notice), sendNotice.run(platform, notice)]);
    }
    deepEqual(await told(), [2, 1]);
    await desk.step("inspection", id);
  });

  it("whose alarm was lost is found by the hourly sweep, once", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    await ownerQuery(desk.app.database, "delete from notices.alarm where state = 'waiting'", []);
    await desk.wait({ minutes: 61 });
    deepEqual(
      [await sendMissedAgain(desk.app.platform), await sendMissedAgain(desk.app.platform)].map((n) => n > 0),
      [true, false],
    );
    await desk.app.platform.jobs.drained();
    equal((await desk.told(id)).at(-1), "promise_broken waiting");
    await desk.wait({ hours: 1 });
    equal((await desk.told(id)).filter((told) => told.startsWith("promise_broken gathered")).length, 1);
    await desk.step("inspection", id);
  });

  it("that cannot be sent is for a person, who sends it again to whoever is still told", async () => {
    const { platform, database } = desk.app;
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    await gatherAlarms(platform);
    await platform.jobs.drained();
    const made = await lastLetters(database, 2);
    const notice = await noticeOf(platform, made.find(({ addressee }) => addressee === "lead")?.root ?? "");
    const ends = async () =>
      await ownerQuery(database, "select state from notices.message where root_id = $1", [notice.rootId]);
    await ownerQuery(database, "delete from notices.message where root_id = $1", [notice.rootId]);
    const mailer = { send: () => Promise.reject(new Error("no mail server")), close: () => undefined };
    await desk.wait({ hours: 17 });
    await sendNotice.run({ ...platform, mailer } as Platform, notice);
    deepEqual(await ends(), [{ state: "undelivered" }]);
    await putMember(platform.database, { email: LEAD, role: "staff", name: "L" }, platform.clock.now());
    await removeMember(platform.database, LEAD);
    const { body } = await desk.app.call("staff", "GET /v1/letters");
    const [given] = body.data as { id: string; about: string }[];
    equal(given?.about, "alarm_letter.made");
    equal((await desk.app.call("staff", `POST /v1/letters/${given?.id}/sending`, {})).status, 202);
    await platform.jobs.drained();
    deepEqual(await ends(), [{ state: "needless" }]);
    await desk.wait({ hours: 1 });
    const told = (await desk.told(id)).find((one) => one.startsWith("promise_broken"));
    equal(told, "promise_broken gathered desk", "who has it already");
    await desk.step("inspection", id);
  });
});

describe("promises that reach nobody", () => {
  it("show, are logged once, and are told as soon as somebody is named", async () => {
    const desk = await alarmDesk(4);
    const lines: string[] = [];
    const log = createLog({ level: "error", destination: { write: (line) => lines.push(line) } });
    const figure = async () =>
      /evermend_alarms_unaddressed (\d+)/.exec(await desk.app.platform.metrics.text())?.[1];
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    deepEqual(await desk.told(id), ["promise_near nobody_named", "promise_broken waiting"]);
    await gatherAlarms({ ...desk.app.platform, log });
    await gatherAlarms({ ...desk.app.platform, log });
    deepEqual(
      lines.map((line) => Number(JSON.parse(line).count)),
      [1],
      "not again what was looked at before",
    );
    await desk.wait({ hours: 1 });
    deepEqual(await desk.told(id), ["promise_near nobody_named", "promise_broken nobody_named"]);
    equal((await desk.alarms("unaddressed")).length, 2);
    equal(await figure(), "2");
    deepEqual(await invariantSweep(desk.app.database), []);
    equal(await desk.name(contacts), 200);
    await desk.wait({ minutes: 61 });
    deepEqual((await desk.told(id)).slice(0, 2), [
      "promise_near gathered desk",
      "promise_broken gathered desk lead",
    ]);
    deepEqual(
      (await desk.mailsTo(DESK)).map(({ subject }) => subject),
      ["A promise ran out"],
    );
    equal(await figure(), "0");
  });
});

describe("more promises than are looked at together", () => {
  it("hold up no other, where they reach nobody or their owner has the ball", async () => {
    const desk = await alarmDesk(4);
    const far = await desk.claimAfter(["intake"]);
    await desk.standsAtAnother(far);
    const near = await desk.claimAfter(["intake"]);
    await desk.app.platform.jobs.drained();
    // The same promise by many names: of each claim there are no more clocks than of its promises.
    await ownerQuery(
      desk.app.database,
      `insert into notices.alarm (root_id, kind, subject, at, state)
       select $1, 'promise_near', '1/1/' || no, $2, 'waiting' from generate_series(1, 600) as no`,
      [readPublicId("clm", far)?.rootId, desk.app.platform.clock.now().toString()],
    );
    await desk.waitFor(near, "dueAt");
    await gatherAlarms(desk.app.platform);
    equal((await desk.told(near)).at(-1), "promise_broken nobody_named", "all were looked at");
    equal(await desk.name(contacts), 200);
    await gatherAlarms(desk.app.platform);
    deepEqual(await desk.told(near), ["promise_near gathered desk", "promise_broken gathered desk lead"]);
    await desk.ask(far);
    const last = await desk.claimAfter(["intake"]);
    await desk.waitFor(last, "dueAt");
    await gatherAlarms(desk.app.platform);
    equal((await desk.alarms("paused")).length, 200, "a page of them");
    equal((await desk.told(last)).at(-1), "promise_broken gathered desk lead", "nor those of owners");
  });
});

describe("clips that nobody looks at", () => {
  it("are told to the office; without one to the managers", async () => {
    const desk = await verificationDesk();
    const { platform } = desk.app;
    await putMember(platform.database, { email: MARA, role: "manager", name: "Mara" }, platform.clock.now());
    const [first, other] = [await desk.submitted(), await desk.submitted()];
    await desk.decide(other, "accept");
    await desk.app.moveTo(
      platform.clock
        .now()
        .add({ hours: 24 * 5 })
        .toString(),
    );
    deepEqual(await desk.mailsTo(MARA), ["A promise ran out"]);
    const { body } = await desk.app.call("staff", "GET /v1/alarms");
    deepEqual(
      (body.data as { verificationId: string; state: string }[]).map((each) => each.verificationId),
      [first],
    );
    const config = { ...platform.config, officeMail: "Office@Example.com" };
    const withOffice = { ...platform, config };
    const anew = "update notices.alarm set state = 'waiting', letters = '{}', settled_at = null";
    await ownerQuery(desk.app.database, anew, []);
    // Who has no office would put back what the other has gathered.
    await platform.jobs.stop();
    await gatherAlarms(withOffice);
    const [letter] = await lastLetters(desk.app.database, 1);
    equal(letter?.addressee, "office");
    const notice = await noticeOf(platform, letter?.root ?? "");
    await sendNotice.run(withOffice, notice);
    const mails = await listMail(platform.config.dataFolder);
    deepEqual(
      mails.filter(({ to }) => to === "office@example.com").map(({ subject }) => subject),
      ["A promise ran out"],
    );
  });
});
