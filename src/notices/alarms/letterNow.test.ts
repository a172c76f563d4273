import { deepEqual, equal, match } from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import {
  type AlarmDesk,
  alarmDesk,
  contacts,
  DESK,
  gatherAlarms,
  LEAD,
  MARA,
  WARSAW,
} from "../../../test/support/alarmDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { putMember, removeMember } from "../../identity/index.ts";
import { eventsOf, listMail } from "../../platform/index.ts";
import { sendNotice } from "../sendNotice.ts";

const OTHER = "other@warsaw.example";

describe("between its making and its leaving, a letter", () => {
  let desk: AlarmDesk;
  let sent: Set<string>;
  beforeEach(async () => {
    desk = await alarmDesk(3);
    equal(await desk.name(contacts), 200);
    sent = new Set();
  });

  /** From now on letters leave by `send` alone. */
  const hold = async () => {
    await desk.app.platform.jobs.drained();
    await desk.app.platform.jobs.stop();
    await post();
  };
  /** The mails since the last look, `to subject`. */
  const post = async () => {
    const mails = (await listMail(desk.app.platform.config.dataFolder)).filter(({ id }) => !sent.has(id));
    for (const { id } of mails) {
      sent.add(id);
    }
    return mails;
  };
  /** Lets the letters leave that have not, the first made at first, and answers with their mails. */
  const send = async (platform = desk.app.platform) => {
    const { database } = desk.app;
    const waiting = await ownerQuery<{ root: string }>(
      database,
      `select l.root_id as root from notices.alarm_letter l
        where not exists (select from notices.message m where m.root_id = l.root_id) order by 1`,
      [],
    );
    for (const { root } of waiting) {
      const [event] = await eventsOf(platform.database, root);
      await sendNotice.run(platform, { rootId: root, type: "AlarmLetterMade", body: event?.body ?? {} });
    }
    return await post();
  };
  const told = async () => (await send()).map(({ to }) => to).toSorted();
  const gather = async () => await gatherAlarms(desk.app.platform);
  const rename = async (centre: string, named: object) => {
    const { body } = await desk.app.call("manager", `GET /v1/centres/${centre}/contacts`);
    const path = `PUT /v1/centres/${centre}/contacts`;
    const { status } = await desk.app.call("manager", path, { ...named, version: body.version });
    equal(status, 200);
  };
  const broken = async (id: string) => (await desk.told(id)).find((one) => one.startsWith("promise_broken"));

  it("whose reader is named no more goes to who is named instead, and to nobody twice", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    await hold();
    await gather();
    await rename(WARSAW, { ...contacts, desk: { email: OTHER, name: "Other" } });
    deepEqual(await told(), [LEAD]);
    equal(await broken(id), "promise_broken waiting lead");
    await gather();
    const [mail] = await send();
    equal(mail?.to, OTHER);
    match(mail?.text ?? "", /^Hello Other,/);
    await gather();
    deepEqual(await told(), []);
    equal(await broken(id), "promise_broken gathered desk lead");
    deepEqual(await invariantSweep(desk.app.database), []);
  });

  it("that one address gets for two centres keeps to the one it is still named for", async () => {
    const ours = await desk.claimAfter(["intake"]);
    const theirs = await desk.claimAfter(["intake"]);
    await desk.standsAtAnother(theirs);
    const [{ id: elsewhere } = { id: "" }] = await ownerQuery<{ id: string }>(
      desk.app.database,
      "select 'cen_' || centre_id as id from service.centre where name = 'Elsewhere'",
      [],
    );
    await desk.waitFor(ours, "dueAt");
    await rename(elsewhere, { desk: contacts.desk });
    await hold();
    await gather();
    await rename(WARSAW, { ...contacts, desk: { email: OTHER } });
    const texts = new Map((await send()).map(({ to, text }) => [to, text]));
    deepEqual([...texts.keys()].toSorted(), [DESK, LEAD].toSorted());
    const text = texts.get(DESK) ?? "";
    deepEqual([text.includes(ours), text.includes(theirs)], [false, true]);
    match(text, /named as the desk of Elsewhere\./);
    await gather();
    const [other, ...rest] = await send();
    deepEqual([other?.to, rest], [OTHER, []]);
    deepEqual([other?.text.includes(ours), other?.text.includes(theirs)], [true, false]);
  });

  it("is not left out because another goes, which does not go either", async () => {
    const { platform } = desk.app;
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    await hold();
    await gather();
    for (const email of [DESK, LEAD]) {
      await putMember(platform.database, { email, role: "staff", name: "Gone" }, platform.clock.now());
      await removeMember(platform.database, email);
    }
    await desk.manager();
    deepEqual(await told(), []);
    await gather();
    deepEqual(await told(), [MARA]);
    equal(await broken(id), "promise_broken gathered manager");
  });

  it("leaves out whose owner has the ball, and they are told once it is back", async () => {
    const id = await desk.claimAfter(["intake"]);
    const other = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    await hold();
    await gather();
    await desk.ask(id);
    const texts = (await send()).map(({ text }) => text);
    deepEqual(
      texts.map((text) => [text.includes(id), text.includes(other)]),
      [
        [false, true],
        [false, true],
      ],
    );
    await gather();
    equal(await broken(id), "promise_broken owner_has_ball");
    await desk.answer(id);
    await gather();
    const again = await send();
    deepEqual(again.map(({ to }) => to).toSorted(), [DESK, LEAD].toSorted());
    deepEqual(
      again.map(({ text }) => [text.includes(id), text.includes(other)]),
      [
        [true, false],
        [true, false],
      ],
    );
    deepEqual(await invariantSweep(desk.app.database), []);
  });

  it("to the office goes to no office that was before", async () => {
    const { platform } = desk.app;
    const at = (officeMail: string) => ({ ...platform, config: { ...platform.config, officeMail } });
    await rename(WARSAW, {});
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    await hold();
    await gatherAlarms(at("old@example.com"));
    equal(await broken(id), "promise_broken gathered office");
    deepEqual(await told(), []);
    await gatherAlarms(at("old@example.com"));
    equal(await broken(id), "promise_broken gathered office");
  });

  for (const [who, address, greeting] of [
    ["a manager", MARA, /^Hello Mara,/],
    ["the office", "office@example.com", /^Hello,/],
  ] as const) {
    it(`greets ${who} as we know them, whatever a stranger has called their address`, async () => {
      const id = await desk.claimAfter(["intake"]);
      const { platform } = desk.app;
      const config = { ...platform.config, officeMail: "office@example.com" };
      if (address === MARA) {
        await desk.manager();
      }
      const buyer = { email: address, name: "You have won", country: "DE" };
      const lines = [{ sku: "CARE-1Y-MAVIC-PRO", quantity: 1 }];
      const order = { lines, buyer, delivery: { option: "email" } };
      equal((await desk.app.call("reseller", "POST /v1/orders", order)).status, 201);
      await rename(WARSAW, {});
      await desk.waitFor(id, "dueAt");
      await hold();
      await gatherAlarms({ ...platform, config });
      const [mail] = await send({ ...platform, config });
      deepEqual([mail?.to, mail?.text.includes(id)], [address, true]);
      match(mail?.text ?? "", greeting);
    });
  }
});
