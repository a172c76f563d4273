import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, type ClaimDesk, claimDesk } from "../../../test/support/claimDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { listMail } from "../../platform/index.ts";

type Row = Readonly<Record<string, unknown>>;

describe("the wording of letters", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });

  const set = async (language: string, body: object) =>
    await desk.app.http.inject({
      method: "PUT",
      url: `/v1/texts/messageReceived/${language}`,
      payload: body,
      headers: {
        authorization: await desk.app.authorization("manager"),
        "idempotency-key": crypto.randomUUID(),
      },
    });
  const preview = async (body: object) =>
    await desk.app.call("staff", "POST /v1/texts/messageReceived/preview", body);
  const letterAbout = async (id: string): Promise<string> => {
    await desk.app.call("staff", `POST /v1/claims/${id}/messages`, { text: "It is ready." });
    await desk.app.platform.jobs.drained();
    const mails = await listMail(desk.app.platform.config.dataFolder);
    const found = mails.find(({ text }) => text.includes(id) && text.includes("It is ready."));
    return `${found?.subject}\n${found?.text}`;
  };

  it("is listed with what is missing and what can be filled in", async () => {
    const { body } = await desk.app.call("manager", "GET /v1/texts");
    const row = (body.data as Row[]).find(({ template }) => template === "messageReceived");
    assert.deepEqual(row?.missing, ["de", "fr", "es", "it", "pl"]);
    const names = (row?.variables ?? []) as string[];
    assert.ok(names.includes("device"));
    assert.ok((body.data as Row[]).length > 30, "every letter is listed");
  });

  it("is previewed with a sample and with a real case, in the shipped words and in others", async () => {
    const shipped = await preview({});
    assert.match(String(shipped.body.text), /We look at it tomorrow/);
    const wording = { subject: "News of {device}", body: "Dear {name},\n{shipped}" };
    const sample = await preview(wording);
    assert.equal(sample.body.subject, "News of Osmo Action 4, serial AC4X0001");
    const id = await desk.claimAfter([]);
    const none = await preview({ ...wording, claimId: id });
    assert.equal(
      (none.body as { code?: string }).code ?? (none.body as { refused?: Row }).refused?.code,
      "no_such_letter_yet",
    );
    await letterAbout(id);
    const real = await preview({ ...wording, claimId: id });
    assert.match(String(real.body.text), /Dear Ada,[\s\S]*It is ready\./);
  });

  it("says which name is unknown, and keeps nothing", async () => {
    const wrong = await set("en", { subject: "Hi", body: "Your {dvice} is here", version: 0 });
    assert.equal(wrong.statusCode, 400);
    assert.match(wrong.body, /\{dvice\}.*\{device\}/);
    assert.match(wrong.body, /"\/body"/);
    assert.equal((await set("xx", { subject: "Hi", body: "x", version: 0 })).statusCode, 404);
    assert.equal((await set("en", { subject: "a\nBcc: x", body: "x", version: 0 })).statusCode, 400);
  });

  it("goes out from now on, in the owner's language, and back to the shipped one", async () => {
    const english = {
      subject: "A word on {device}",
      body: "Dear {name},\n{shipped}\nYours, {brand}",
      version: 0,
    };
    assert.equal((await set("en", english)).statusCode, 200);
    assert.equal((await set("en", english)).statusCode, 409, "over a version that was not seen");
    assert.equal((await set("de", { ...english, subject: "Neues zu {device}" })).statusCode, 200);
    const first = await letterAbout(await desk.claimAfter([]));
    assert.match(
      first,
      /^A word on Osmo Action 4, serial AC4\d+\n[\s\S]*Dear Ada,\n\nIt is ready\.\n\nYours, Evermend/,
    );
    assert.doesNotMatch(first, /Hello Ada/);
    await ownerQuery(
      desk.app.database,
      "update identity.person set locale = 'de-AT' where email like 'bob%'",
      [],
    );
    const bobs = await letterAbout(await desk.claimAfter([], desk.camera(BOB)));
    assert.match(bobs, /^Neues zu/);
    const reset = await desk.app.call("manager", "POST /v1/texts/messageReceived/en/reset", { version: 1 });
    assert.equal(reset.status, 200);
    assert.match(await letterAbout(await desk.claimAfter([])), /^A message about your Osmo Action 4/);
  });
});
