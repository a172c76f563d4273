import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { eventsOf, listMail, type Platform, sendMissedAgain } from "../../platform/index.ts";
import { type Notice, sendNotice } from "../sendNotice.ts";

const buyer = { email: "bea@example.com", name: "Bea Buyer", country: "DE" };

describe("a letter that cannot be sent", () => {
  let app: TestApp;
  let away: Platform;
  before(async () => {
    app = await testApp({ now: "2026-06-01T10:00:00Z" });
    const mailer = { send: () => Promise.reject(new Error("no mail server")), close: () => undefined };
    away = { ...app.platform, mailer };
  });

  /** A delivered order whose letter was lost, and the notice of it. */
  const lost = async (): Promise<Notice> => {
    const lines = [{ sku: "U-3889316", quantity: 1 }];
    const order = { lines, buyer, delivery: { option: "email" } };
    const { body } = await app.call("reseller", "POST /v1/orders", order);
    const rootId = String(body.id).slice(4);
    await app.call("reseller", `POST /v1/orders/${body.id}/payment`, { method: "test_success" });
    await app.platform.jobs.drained();
    await ownerQuery(app.database, "delete from notices.message where root_id = $1", [rootId]);
    const delivered = (await typed(rootId, "CodesDelivered"))[0];
    return { rootId, type: "CodesDelivered", body: delivered?.body ?? assert.fail("not delivered") };
  };
  const typed = async (rootId: string, type: string) =>
    (await eventsOf(app.platform.database, rootId)).filter((event) => event.type === type);
  const states = async (rootId: string) =>
    await ownerQuery<{ state: string }>(
      app.database,
      "select state from notices.message where root_id = $1",
      [rootId],
    );
  const given = async () =>
    (await app.call("staff", "GET /v1/letters?limit=200")).body.data as { id: string; about: string }[];
  const letterOf = async (rootId: string) => (await given()).find(({ id }) => id.includes(rootId));
  const figure = async () =>
    /evermend_letters_undelivered (\d+)/.exec(await app.platform.metrics.text())?.[1] ?? "none";

  it("is tried for most of a day, then told once to a person, and sent when they ask", async () => {
    const notice = await lost();
    const { rootId } = notice;
    await app.moveTo(app.platform.clock.now().add({ hours: 15, minutes: 59 }).toString());
    await assert.rejects(sendNotice.run(away, notice), /no mail server/);
    assert.equal(await letterOf(rootId), undefined);
    await app.moveTo(app.platform.clock.now().add({ minutes: 2 }).toString());
    await Promise.all([sendNotice.run(away, notice), sendNotice.run(away, notice)]);
    const letter = (await letterOf(rootId)) ?? assert.fail("it is not listed");
    assert.equal(letter.about, "codes.delivered");
    assert.equal((await typed(rootId, "LetterUndelivered")).length, 1);
    assert.equal(await figure(), "1");

    const ask = () => app.call("staff", `POST /v1/letters/${letter.id}/sending`, {});
    assert.deepEqual(
      (await Promise.all([ask(), ask(), ask()]))
        .map(({ status }) => status)
        .toSorted((one, other) => one - other),
      [202, 409, 409],
    );
    await app.platform.jobs.drained();
    assert.deepEqual(await states(rootId), [{ state: "sent" }]);
    assert.equal(await figure(), "0");
    const mails = await listMail(app.platform.config.dataFolder);
    assert.equal(mails.filter(({ to }) => to === buyer.email).length, 1, "one message id is one mail");
  });

  it("that fails again is in the list again", async () => {
    const notice = await lost();
    const { rootId } = notice;
    await app.moveTo(app.platform.clock.now().add({ hours: 17 }).toString());
    await sendNotice.run(away, notice);
    await ownerQuery(app.database, "update notices.message set state = 'waiting' where root_id = $1", [
      rootId,
    ]);
    await sendNotice.run(away, notice);
    assert.deepEqual(await states(rootId), [{ state: "undelivered" }]);
    assert.equal((await typed(rootId, "LetterUndelivered")).length, 2);
  });

  it("because its job was lost is sent by the hourly sweep, once", async () => {
    const { rootId } = await lost();
    await app.moveTo(app.platform.clock.now().add({ minutes: 59 }).toString());
    assert.equal(await sendMissedAgain(app.platform), 0);
    await app.moveTo(app.platform.clock.now().add({ minutes: 2 }).toString());
    assert.deepEqual([await sendMissedAgain(app.platform), await sendMissedAgain(app.platform)], [1, 0]);
    await app.platform.jobs.drained();
    assert.deepEqual(await states(rootId), [{ state: "sent" }]);
    assert.equal(await sendMissedAgain(app.platform), 0);
  });

  it("is found by its own id alone, page by page", async () => {
    const notices = [await lost(), await lost()];
    await app.moveTo(app.platform.clock.now().add({ hours: 17 }).toString());
    for (const notice of notices) {
      await sendNotice.run(away, notice);
    }
    const all = (await given()).map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const query = after === "" ? "" : `&after=${after}`;
      const { body } = await app.call("manager", `GET /v1/letters?limit=1${query}`);
      seen.push(...(body.data as { id: string }[]).map(({ id }) => id));
      after = body.nextCursor as string | null;
    }
    assert.deepEqual(seen, all);
    assert.ok(all.length >= 3);
    const wrong = await app.call("manager", "GET /v1/letters?after=7");
    assert.equal(wrong.status, 400);
    for (const id of [`evt_${notices[0]?.rootId}_99`, `evt_${notices[0]?.rootId}`, "x"]) {
      assert.equal((await app.call("staff", `POST /v1/letters/${id}/sending`, {})).status, 404, id);
    }
  });

  it("breaks no invariant", async () => {
    assert.deepEqual(await invariantSweep(app.database), []);
  });
});
