import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activatePhone, sampleProgramme } from "../../../test/support/sampleProgramme.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { listMail } from "../../platform/index.ts";

type Who = Parameters<TestApp["call"]>[0];
type Headers = Record<string, string>;

const GIVER = "owner ada@example.org";
const TAKER = "owner ben@example.org";
const BEGAN = "2026-03-20T10:00:00-10:00";
const told = (cause: string) => ({ incident: { cause, at: "2026-03-20" } });

/** A phone whose plan may pass to another person, and what one does with its draft. */
async function phone() {
  const app = await sampleProgramme(BEGAN, { programme: "one-time-transfer", plan: "term-2y" });
  const contract = await activatePhone(app, GIVER);
  const bound = (await app.call(GIVER, `GET /v1/contracts/${contract}`)).body;
  const device = String(bound.deviceId);
  const at = `/v1/devices/${device}/report-draft`;
  const keep = async (who: Who, cause: string, headers?: Headers) =>
    (await app.call(who, `PUT ${at}`, told(cause), headers)).status;
  const causeOf = async (who: Who, headers?: Headers) => {
    const { status, body } = await app.call(who, `GET ${at}`, undefined, headers);
    return status === 200 ? (body.incident as { cause: string }).cause : status;
  };
  const ask = async (link: Headers) => {
    const asked = { serial: bound.serial, incident: { cause: "drop", at: "2026-03-20" } };
    const { body } = await app.call("public", "POST /v1/claims/questions", asked, link);
    return body.code ?? "told";
  };
  /** Mails the link of a draft, and takes it out of the newest letter to somebody. */
  const mailed = async (who: Who, to: string): Promise<Headers> => {
    assert.equal((await app.call(who, `POST ${at}/link`, {})).status, 200);
    await app.platform.jobs.drained();
    const mails = await listMail(app.platform.config.dataFolder);
    const mail = mails.find((each) => each.to.includes(to) && each.subject.startsWith("Go on with"));
    const token = /\/open\/(rdr_[\w.-]+)/.exec(mail?.text ?? "")?.[1];
    assert(token !== undefined, JSON.stringify(mail));
    return { "x-evermend-link": token };
  };
  const passOn = async (giver: Who, taker: Who, name: string) => {
    const to = { name, email: taker.replace("owner ", "") };
    const { body } = await app.call(giver, `POST /v1/contracts/${contract}/transfer`, { to });
    const agreed = await app.call(taker, `POST /v1/transfers/${String(body.id)}/answer`, { answer: "agree" });
    assert.equal(agreed.status, 200, JSON.stringify(agreed.body));
  };
  const listed = async (who: Who) =>
    ((await app.call(who, "GET /v1/report-drafts")).body.data as unknown[]).length;
  return { app, at, keep, causeOf, ask, mailed, passOn, listed };
}

describe("the mailed link of a draft", () => {
  it("opens nothing once the device has passed on, also when the next holder writes one", async () => {
    const { app, keep, causeOf, ask, mailed, passOn, listed } = await phone();
    await keep(GIVER, "drop");
    const hers = await mailed(GIVER, "ada@");
    assert.deepEqual(
      [await causeOf("public", hers), await ask(hers)],
      ["drop", "told"],
      "the control: it opens",
    );
    await app.moveTo("2026-03-21T10:00:00-10:00");
    await passOn(GIVER, TAKER, "Ben");
    assert.deepEqual(
      [await causeOf("public", hers), await ask(hers)],
      [404, "device_unknown"],
      "before he writes",
    );
    assert.equal(await causeOf(TAKER), 404, "what she told is not his to read");
    assert.deepEqual([await listed(GIVER), await listed(TAKER)], [0, 0]);
    assert.equal(await keep(TAKER, "water"), 200);
    assert.deepEqual(
      [await causeOf("public", hers), await ask(hers)],
      [404, "device_unknown"],
      "after he wrote",
    );
    assert.equal(await keep("public", "collision", hers), 404);
    assert.deepEqual([await causeOf(TAKER), await listed(TAKER)], ["water", 1]);
    const his = await mailed(TAKER, "ben@");
    assert.deepEqual([await causeOf("public", his), await ask(his)], ["water", "told"]);
  });

  it("is not made of what a caller told who holds it no more", async () => {
    const { app, at, keep, causeOf, passOn, listed } = await phone();
    await keep("staff", "drop");
    assert.equal(await listed("staff"), 1);
    await app.moveTo("2026-03-21T10:00:00-10:00");
    await passOn(GIVER, TAKER, "Ben");
    await keep(TAKER, "water");
    assert.equal((await app.call("staff", `POST ${at}/link`, {})).status, 404);
    assert.deepEqual([await causeOf(TAKER), await listed("staff")], ["water", 0]);
  });
});
