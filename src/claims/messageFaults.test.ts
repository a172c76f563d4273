import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type MailDesk, mailDesk, mailOf } from "../../test/support/mailDesk.ts";
import {
  listMail,
  type Platform,
  publicId,
  Rollback,
  readPublicId,
  sealText,
  sendMissedAgain,
  systemCaller,
  transact,
} from "../platform/index.ts";
import { lockClaim } from "./lockClaim.ts";
import { insertMail, mailIdOf } from "./mailIn/index.ts";
import { writeMessage } from "./messages/index.ts";
import { sealedAs } from "./receiveMail.ts";
import { takeMail } from "./takeMail.ts";

describe("faults of the field, in messages and mails", () => {
  let desk: MailDesk;
  let platform: Platform;
  before(async () => {
    desk = await mailDesk();
    platform = desk.platform;
  });

  const count = async (text: string, values: readonly unknown[] = []): Promise<number> =>
    Number((await platform.database.pool.query<{ count: string }>(text, [...values])).rows[0]?.count);
  const jobsFor = (rootId: string) =>
    count("select count(*) from pgboss.job where data ->> 'rootId' = $1 and name = 'send_notice'", [rootId]);
  const lettersOf = async (id: string) =>
    (await listMail(platform.config.dataFolder)).filter(
      ({ text, subject }) => text.includes(id) && subject.startsWith("A message"),
    ).length;

  it("4: what follows a message is kept with it: no crash after the commit loses the letter", async () => {
    const id = await desk.desk.claimAfter([]);
    await platform.jobs.drained();
    const { rootId = "" } = readPublicId("clm", id) ?? {};
    const before = await jobsFor(rootId);
    const write = async (isKept: boolean) =>
      await transact(platform, systemCaller, async (tx) => {
        const claim = await lockClaim(tx, id);
        await writeMessage(tx, claim, { side: "staff", via: "console", text: "It is ready." });
        return isKept ? undefined : new Rollback(undefined);
      });
    // The control: what was not committed has nothing that follows it, either.
    await write(false);
    assert.equal(await jobsFor(rootId), before);
    await write(true);
    assert.equal(await jobsFor(rootId), before + 1, "the job is there before anybody could crash");
    await platform.jobs.drained();
    assert.equal(await lettersOf(id), 1);
  });

  it("5: a mail whose work fails is never dropped: it waits, and is looked for every hour", async () => {
    const id = await desk.desk.claimAfter([]);
    await platform.jobs.drained();
    const full: Platform = {
      ...platform,
      files: { ...platform.files, demandRoom: () => Promise.reject(new Error("the disk is full")) },
    };
    const files = [{ name: "a.txt", type: "text/plain", bytes: Buffer.from("log") }];
    const raw = mailOf({ to: desk.addressOf(id), text: "See the log", files });
    // Its job is lost with the queue, as a subscriber that catches everything would lose it.
    const bare = mailIdOf(raw);
    const sealed = sealText(platform.secrets, sealedAs(bare), raw.toString("latin1"));
    await transact(
      platform,
      systemCaller,
      async (tx) => await insertMail(tx, bare, tx.at, raw.length, sealed),
    );
    const mailId = publicId("mal", bare);
    await assert.rejects(
      takeMail.run(full, { mailId: bare }),
      /the disk is full/,
      "a failure is told, not swallowed",
    );
    assert.equal(
      (await desk.mails()).find((one) => one.id === mailId)?.state,
      "new",
      "people see that it waits",
    );
    await desk.desk.app.moveTo(platform.clock.now().add({ hours: 2 }).toString());
    // The control: without the look at what was missed it stays where it is for good.
    const unguarded = { ...platform, modules: platform.modules.filter(({ name }) => name !== "claims") };
    await sendMissedAgain(unguarded);
    await platform.jobs.drained();
    assert.deepEqual(await desk.messages(id), []);
    assert.ok((await sendMissedAgain(platform)) >= 1);
    await platform.jobs.drained();
    assert.deepEqual(
      (await desk.messages(id)).map(({ text, evidence }) => [text, evidence]),
      [["See the log", [1]]],
    );
  });
});
