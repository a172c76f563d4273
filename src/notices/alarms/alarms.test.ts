import { deepEqual, equal, match, ok } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type AlarmDesk, alarmDesk, contacts, DESK, LEAD, MARA } from "../../../test/support/alarmDesk.ts";
import { OWNER, toPaid } from "../../../test/support/claimDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { putMember, removeMember } from "../../identity/index.ts";

const FORTNIGHT = { hours: 24 * 14 };

describe("promises that run out", () => {
  let desk: AlarmDesk;
  before(async () => {
    desk = await alarmDesk(24);
    await desk.manager();
    equal(await desk.name(contacts), 200);
  });

  /** The mails to an address since the last look. */
  const seen = new Map<string, number>();
  const fresh = async (email: string) => {
    const mails = await desk.mailsTo(email);
    const old = seen.get(email) ?? 0;
    seen.set(email, mails.length);
    return mails.slice(old);
  };
  const subjects = async (email: string) => (await fresh(email)).map(({ subject }) => subject);
  /** Those of them that tell of this case: what was left of others may run out as well. */
  const about = async (email: string, id: string) =>
    (await fresh(email)).filter(({ text }) => text.includes(id));

  it("are told to the desk, then to who leads it, then to the manager, each tier once", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.wait(FORTNIGHT);
    deepEqual(await desk.told(id), [
      "promise_near gathered desk",
      "promise_broken gathered desk lead",
      "promise_escalated gathered lead manager",
    ]);
    const [near, broken] = await fresh(DESK);
    equal(near?.subject, "A promise runs out soon");
    equal(broken?.subject, "A promise ran out");
    deepEqual(await subjects(LEAD), ["A promise ran out", "A promise ran out"]);
    deepEqual(await subjects(MARA), ["A promise ran out"]);
    const text = broken?.text ?? "";
    match(text, /^Hello Warsaw desk,/);
    match(text, new RegExp(`Case: ${id}\n`));
    match(text, /Promise: First look at the device\n/);
    match(text, /Ran out: \w+day \d+ September 2026, \d\d:\d\d \(Europe\/Warsaw\)\n/);
    match(text, /Who has the ball: The bench of Sample centre Warsaw\n/);
    match(text, /What to do next: Inspect the device and save what was found\.\n/);
    match(text, new RegExp(`Open the case:\nhttp\\S+/console/cases/${id}\n`));
    match(text, /You get this mail because you are named as the desk of Sample centre Warsaw\./);
    match(near?.text ?? "", /Runs out: /);
    await desk.step("inspection", id);
  });

  it("are told to the centre that has the device, wherever its case was sent first", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.standsAtAnother(id);
    await desk.wait(FORTNIGHT);
    deepEqual(await desk.told(id), [
      "promise_near gathered manager",
      "promise_broken gathered manager",
      "promise_escalated gathered manager",
    ]);
    deepEqual([await about(DESK, id), await about(LEAD, id)], [[], []]);
    await desk.step("inspection", id);
    await fresh(MARA);
  });

  it("of many cases at once are one letter to each who is told, and a case stands in it once", async () => {
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push(await desk.claimAfter(["intake"]));
    }
    await desk.wait(FORTNIGHT);
    deepEqual(await subjects(DESK), ["3 promises run out soon", "3 promises ran out"]);
    const [broken, escalated] = await fresh(LEAD);
    equal(escalated?.subject, "3 promises ran out");
    for (const id of ids) {
      equal(broken?.text.split(`Case: ${id}\n`).length, 2, "each once");
      match(broken?.text ?? "", new RegExp(`Its page: http\\S+/console/cases/${id}\n`));
    }
    match(broken?.text ?? "", /Open the list:\nhttp\S+\/console\/inbox\/promises\n/);
    await Promise.all(ids.map((id) => desk.step("inspection", id)));
    await fresh(MARA);
  });

  it("that all tiers of have passed while no server ran are one line of one letter", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.app.platform.jobs.drained();
    // Nothing is handled on the way: all of it falls due at once.
    const later = desk.app.platform.clock.now().add(FORTNIGHT);
    await (
      desk.app.platform.clock as unknown as { set(pool: unknown, at: Temporal.Instant): Promise<void> }
    ).set(desk.app.platform.database.pool, later);
    await desk.wait({ hours: 2 });
    deepEqual(await subjects(DESK), ["A promise ran out"]);
    deepEqual(await subjects(LEAD), ["A promise ran out"]);
    deepEqual(await subjects(MARA), ["A promise ran out"]);
    equal((await desk.told(id)).length, 3);
    await desk.step("inspection", id);
  });

  it("between whose running out and the letter the owner was asked are told once they answered", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.waitFor(id, "dueAt");
    await Promise.all([fresh(DESK), fresh(LEAD)]);
    await desk.ask(id);
    await desk.wait({ hours: 2 });
    equal((await desk.told(id)).at(-1), "promise_broken owner_has_ball");
    await desk.wait({ hours: 2 });
    deepEqual([await subjects(DESK), await subjects(LEAD)], [[], []]);
    await desk.answer(id);
    await desk.wait({ hours: 2 });
    equal(
      (await desk.told(id)).find((one) => one.startsWith("promise_broken")),
      "promise_broken gathered desk lead",
    );
    deepEqual([(await about(DESK, id)).length, (await about(LEAD, id)).length], [1, 1]);
    await desk.step("inspection", id);
  });

  const ends: readonly (readonly [what: string, why: string, end: (id: string) => Promise<void>])[] = [
    [
      "was kept",
      "met",
      async (id) => {
        await desk.step("inspection", id);
      },
    ],
    ["whose owner is asked", "owner_has_ball", async (id) => await desk.ask(id)],
    [
      "whose case was cancelled",
      "ended",
      async (id) => {
        equal((await desk.step("cancellation", id)).status, 200);
      },
    ],
  ];
  for (const [what, why, end] of ends) {
    it(`between its running out and the letter: one ${what} is told to nobody`, async () => {
      const id = await desk.claimAfter(["intake"]);
      await desk.waitFor(id, "dueAt");
      deepEqual((await desk.told(id)).at(-1), "promise_broken waiting");
      await fresh(DESK);
      await fresh(LEAD);
      await end(id);
      await desk.wait({ hours: 2 });
      deepEqual((await desk.told(id)).at(-1), `promise_broken ${why}`);
      deepEqual([await subjects(DESK), await subjects(LEAD)], [[], []]);
    });
  }

  it("are told of a payment that waits for its parcel, and of an owner who waits for an answer", async () => {
    const paid = await desk.claimAfter([...toPaid]);
    const asked = await desk.claimAfter([]);
    await desk.app.call(OWNER, `POST /v1/claims/${asked}/messages`, { text: "When?" });
    await desk.wait(FORTNIGHT);
    const texts = (await fresh(DESK)).map(({ text }) => text).join("\n");
    match(texts, /On its way after payment/);
    match(texts, /Answer to the owner/);
    match(texts, /Answer the message, or say that it needs none\./);
    ok((await desk.told(paid)).includes("promise_broken gathered desk lead"));
    await desk.app.call("staff", `POST /v1/claims/${asked}/messages`, { text: "Friday." });
    await desk.step("replacement", paid);
    await desk.step("shipment", paid);
    await Promise.all([fresh(LEAD), fresh(MARA)]);
  });

  it("climb past whoever is not with us any more, and nobody is named who is not", async () => {
    const { database, clock } = desk.app.platform;
    await putMember(database, { email: DESK, role: "staff", name: "Desk" }, clock.now());
    await removeMember(database, DESK);
    await desk.manager("max@example.com");
    await removeMember(database, "max@example.com");
    const id = await desk.claimAfter(["intake"]);
    await desk.wait(FORTNIGHT);
    deepEqual(await desk.told(id), [
      "promise_near gathered lead",
      "promise_broken gathered lead",
      "promise_escalated gathered lead manager",
    ]);
    deepEqual([await subjects(DESK), await subjects("max@example.com")], [[], []]);
    equal((await about(LEAD, id)).length, 3);
    equal(await desk.name({ desk: { email: DESK } }), 400, "they cannot be named anew either");
    equal(await desk.name(contacts), 400);
    await putMember(database, { email: DESK, role: "staff", name: "Desk" }, clock.now());
    await desk.step("inspection", id);
    await fresh(MARA);
  });

  it("goes out in its reader's language, where there is a wording in it", async () => {
    const wording = { subject: "Termin minął", body: "Uwaga, {name}\n{shipped}", version: 0 };
    equal((await desk.app.call("manager", "PUT /v1/texts/alarmsTold/pl", wording)).status, 200);
    const id = await desk.claimAfter(["intake"]);
    await desk.wait(FORTNIGHT);
    const [mail] = await about(DESK, id);
    equal(mail?.subject, "Termin minął");
    match(mail?.text ?? "", /Uwaga, Warsaw desk/);
    ok((await about(LEAD, id)).every(({ subject }) => subject.startsWith("A promise ran out")));
    await desk.step("inspection", id);
    const preview = await desk.app.call("manager", "POST /v1/texts/alarmsTold/preview", {});
    equal(preview.body.subject, "A promise ran out");
    await fresh(MARA);
  });

  it("break no invariant", async () => {
    deepEqual(await invariantSweep(desk.app.database), []);
  });
});
