import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { listMail } from "../../src/platform/index.ts";
import { alarmDesk, contacts, DESK, LEAD } from "../support/alarmDesk.ts";
import { comesTo } from "../support/comesTo.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { serveMoney } from "./money/servedMoney.ts";

test("a promise that ran out is told once, wherever the server dies on the way", async () => {
  const desk = await alarmDesk(2);
  const { app } = desk;
  equal(await desk.name(contacts), 200);
  const id = await desk.claimAfter(["intake"]);
  await desk.waitFor(id, "dueAt");
  equal((await desk.told(id)).at(-1), "promise_broken waiting");
  const before = (await desk.mailsTo(DESK)).length;
  await app.platform.jobs.stop();
  const now = app.platform.clock.now().add({ hours: 2 }).toString();

  for (const [point, letters] of [
    ["alarm_letters_made:1", []],
    ["letter_sent:1", ["desk none", "lead none"]],
  ] as const) {
    const doomed = await serveMoney(app, { point });
    await doomed.call("manager", "POST /v1/test-clock", { now });
    equal(await doomed.died(), "SIGKILL", point);
    deepEqual(await made(), letters, `after ${point}`);
  }
  const last = await serveMoney(app);
  await comesTo("both are noted", async () => (await made()).every((letter) => letter.endsWith(" sent")));
  await last.stop();

  deepEqual(await made(), ["desk sent", "lead sent"], "no letter was made twice");
  const mails = await listMail(app.platform.config.dataFolder);
  const told = (email: string) =>
    mails.filter(({ to, subject }) => to === email && subject === "A promise ran out").length;
  deepEqual([told(DESK), told(LEAD)], [1, 1]);
  equal(mails.filter(({ to }) => to === DESK).length, before + 1);
  deepEqual(await invariantSweep(app.database), []);

  /** The letters since it ran out, and how each ended. */
  async function made(): Promise<readonly string[]> {
    const rows = await ownerQuery<{ told: string }>(
      app.database,
      `select l.addressee || ' ' || coalesce(m.state, 'none') as told
         from notices.alarm_letter l
         left join notices.message m on m.root_id = l.root_id
        where l.alarms @> '[{"kind": "promise_broken"}]'
        order by 1`,
      [],
    );
    return rows.map(({ told: one }) => one);
  }
});
