import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { OWNER } from "../../test/support/claimDesk.ts";
import { cameraPhoto } from "../../test/support/hostileFiles.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { type Listed, type MailDesk, mailDesk, mailOf } from "../../test/support/mailDesk.ts";
import { listMail, type Queryable, readPublicId } from "../platform/index.ts";
import { ANSWER_ABOVE } from "./mailIn/index.ts";
import { takeMail } from "./takeMail.ts";

const sum = (rows: readonly Listed[]) => rows.map(({ side, via, text }) => [side, via, text]);

describe("a mail to the service address", () => {
  let desk: MailDesk;
  before(async () => {
    desk = await mailDesk();
  });

  it("goes on in the case whose address it is written to, without what it quotes", async () => {
    const id = await desk.desk.claimAfter([]);
    const quoted = `On Sat, 5 Sep 2026 at 9:00, Care wrote:\n> ${ANSWER_ABOVE}\n> Hello`;
    const text = `It arrives on Monday.\n\n${quoted}`;
    const brought = await desk.bring(mailOf({ to: desk.addressOf(id), text }));
    assert.equal(brought.status, 202);
    assert.deepEqual(sum(await desk.messages(id)), [["owner", "mail", "It arrives on Monday."]]);
    assert.equal((await desk.messages(id))[0]?.verified, true);
    const waiting = (await desk.desk.app.call("staff", "GET /v1/messages")).body.data as Listed[];
    assert.ok(
      waiting.some(({ claimId }) => claimId === id),
      "it waits for an answer",
    );
  });

  it("is answered by a mail that can be answered in turn", async () => {
    const id = await desk.desk.claimAfter([]);
    await desk.desk.app.call("staff", `POST /v1/claims/${id}/messages`, { text: "Please add\na photo." });
    await desk.platform.jobs.drained();
    const mails = await listMail(desk.platform.config.dataFolder);
    const letter = mails.find(({ subject, text }) => subject.startsWith("A message") && text.includes(id));
    assert.equal(letter?.replyTo, desk.addressOf(id));
    assert.match(letter?.text ?? "", /Please add\na photo\./);
    assert.ok(letter?.text.startsWith(ANSWER_ABOVE));
    const quoted = `Here.\n\n${letter?.text}`;
    await desk.bring(mailOf({ to: letter?.replyTo ?? "", text: quoted }));
    assert.deepEqual(sum(await desk.messages(id))[0], ["owner", "mail", "Here."]);
  });

  it("of somebody who is not the owner is kept as such", async () => {
    const id = await desk.desk.claimAfter([]);
    await desk.bring(mailOf({ to: desk.addressOf(id), from: "Eve <eve@example.net>" }));
    const [seen] = await desk.messages(id);
    assert.deepEqual([seen?.verified, seen?.sender], [false, "eve@example.net"]);
    const { body } = await desk.desk.app.call(OWNER, `GET /v1/claims/${id}/messages`);
    const [owners] = body.data as Listed[];
    assert.deepEqual([owners?.verified, owners?.sender], [false, undefined]);
  });

  it("that a person has put into a case stays there, whatever a run begun before says", async () => {
    const { app } = desk.desk;
    const claimId = await desk.desk.claimAfter([]);
    const { id } = await desk.bring(mailOf({ from: "Who <who@example.net>", text: "Whose is it?" }));
    const mailId = readPublicId("mal", id)?.rootId ?? "";
    const { pool } = app.platform.database;
    // A run reads the mail as new. Before it goes on, another ends, and a person says which case it is of.
    await pool.query("update claims.mail set state = 'new', outcome = null where mail_id = $1", [mailId]);
    const meanwhile = async () => {
      await takeMail.run(app.platform, { mailId });
      const answer = await app.call("staff", `POST /v1/mails/${id}/assignment`, { claimId });
      assert.equal(answer.status, 202, JSON.stringify(answer.body));
      await pool.query("delete from pgboss.job where name = 'take_mail' and state = 'created'");
    };
    let isFirst = true;
    const query: Queryable["query"] = async (statement, values) => {
      if (statement.name === "raw_of_mail" && isFirst) {
        isFirst = false;
        await meanwhile();
      }
      return await app.platform.database.query(statement, values);
    };
    const database = { ...app.platform.database, query };
    await takeMail.run({ ...app.platform, database }, { mailId });
    await takeMail.run(app.platform, { mailId });
    await desk.platform.jobs.drained();
    assert.deepEqual(sum(await desk.messages(claimId)), [["owner", "mail", "Whose is it?"]]);
  });

  it("sent twice is one, whatever servers on the way wrote; another with its number is not", async () => {
    const id = await desk.desk.claimAfter([]);
    const made = { to: desk.addressOf(id), messageId: "same@example.org", text: "once" };
    const first = await desk.bring(mailOf(made));
    const again = await desk.bring(
      Buffer.concat([
        Buffer.from("Received: by mx2 at 10:05\r\nReturn-Path: <ada@example.org>\r\n"),
        mailOf(made),
      ]),
    );
    const all = await Promise.all([desk.bring(mailOf(made)), desk.bring(mailOf(made))]);
    assert.deepEqual([first.isNews, again.isNews, again.id], [true, false, first.id]);
    assert.ok(all.every(({ isNews }) => !isNews));
    await desk.bring(mailOf({ ...made, text: "something else" }));
    assert.deepEqual(
      (await desk.messages(id)).map(({ text }) => text),
      ["something else", "once"],
    );
  });

  it("brings its files into the case once, and says what was not taken", async () => {
    const id = await desk.desk.claimAfter([]);
    const photo = await cameraPhoto();
    const files = [
      { name: "crack.jpg", type: "application/octet-stream", bytes: photo },
      { name: "run.exe", type: "application/x-msdownload", bytes: Buffer.from("MZ") },
    ];
    await desk.bring(mailOf({ to: desk.addressOf(id), files, text: "See the photo" }));
    const seen = await desk.messages(id);
    assert.deepEqual(
      seen.map(({ side, evidence }) => [side, evidence]),
      [
        ["system", []],
        ["owner", [1]],
      ],
    );
    assert.match(String(seen[0]?.text), /run\.exe: Files of this type are not taken/);
    const { body } = await desk.desk.app.call(OWNER, `GET /v1/claims/${id}/evidence`);
    const pieces = body.data as Listed[];
    assert.deepEqual(
      pieces.map(({ state, addedBy, caption }) => [state, addedBy, caption]),
      [["kept", "mail", "crack.jpg"]],
    );
    const told = (await listMail(desk.platform.config.dataFolder)).find(({ subject }) =>
      subject.startsWith("Files of"),
    );
    assert.match(told?.text ?? "", /run\.exe/);
  });

  it("that names no case waits for a person, who puts it into one", async () => {
    const id = await desk.desk.claimAfter([]);
    const { id: mailId } = await desk.bring(mailOf({ text: "My camera is broken", subject: "Help" }));
    const found = (await desk.mails()).find((one) => one.id === mailId);
    assert.deepEqual(
      [found?.state, found?.outcome, found?.opening],
      ["unmatched", "no_case", "My camera is broken"],
    );
    const shown = await desk.desk.app.call("staff", `GET /v1/mails/${mailId}`);
    const maybe = shown.body.maybe as Listed[];
    assert.ok(
      maybe.some(({ claimId }) => claimId === id),
      "the open cases of that address are a hint",
    );
    const assign = () => desk.desk.app.call("staff", `POST /v1/mails/${mailId}/assignment`, { claimId: id });
    const answers = await Promise.all([assign(), assign()]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((one, other) => one - other),
      [202, 409],
    );
    await desk.platform.jobs.drained();
    assert.deepEqual(sum(await desk.messages(id)), [["owner", "mail", "My camera is broken"]]);
    assert.equal((await desk.mails("taken")).find((one) => one.id === mailId)?.claimId, id);
  });

  it("that is not ours says why, stays, and can be taken after all", async () => {
    const { id: mailId } = await desk.bring(mailOf({ text: "Buy gold" }));
    const reject = () =>
      desk.desk.app.call("staff", `POST /v1/mails/${mailId}/rejection`, { reason: "advertising" });
    assert.equal((await reject()).status, 200);
    assert.equal((await reject()).body.code, "mail_settled");
    assert.equal((await desk.mails("not_ours")).find((one) => one.id === mailId)?.reason, "advertising");
    const id = await desk.desk.claimAfter([]);
    const again = await desk.desk.app.call("staff", `POST /v1/mails/${mailId}/assignment`, { claimId: id });
    assert.equal(again.status, 202);
    await desk.platform.jobs.drained();
    assert.equal((await desk.messages(id)).length, 1);
  });

  it("with an address that was guessed goes to a person", async () => {
    const id = await desk.desk.claimAfter([]);
    const guessed = desk.addressOf(id).replace(/.(?=1@)/, (found) => (found === "0" ? "1" : "0"));
    const { id: mailId } = await desk.bring(mailOf({ to: guessed }));
    assert.equal((await desk.mails()).find((one) => one.id === mailId)?.outcome, "token_wrong");
    assert.deepEqual(await desk.messages(id), []);
  });

  it("written by a machine answers nobody: no loop begins", async () => {
    const id = await desk.desk.claimAfter([]);
    const to = desk.addressOf(id);
    await desk.platform.jobs.drained();
    const before = (await listMail(desk.platform.config.dataFolder)).length;
    const machines: readonly (readonly [string, Parameters<typeof mailOf>[0]])[] = [
      ["auto_reply", { headers: ["Auto-Submitted: auto-replied"] }],
      ["auto_reply", { headers: ["Precedence: auto_reply"] }],
      ["auto_reply", { headers: ["X-Autoreply: yes"] }],
      ["bounce", { from: "MAILER-DAEMON@mx.example.org" }],
      ["bounce", { headers: ["Return-Path: <>"] }],
      ["list", { headers: ["List-Id: <news.example.org>"] }],
      ["own_mail", { from: desk.platform.config.mailFrom }],
      ["own_mail", { from: "care@localhost" }],
    ];
    for (const [outcome, made] of machines) {
      const { id: mailId } = await desk.bring(mailOf({ ...made, to, text: outcome }));
      const found = (await desk.mails("ignored")).find((one) => one.id === mailId);
      assert.equal(found?.outcome, outcome, JSON.stringify(made));
    }
    assert.deepEqual(await desk.messages(id), []);
    const notes = (await desk.desk.app.call("staff", `GET /v1/claims/${id}/notes`)).body.data as Listed[];
    assert.equal(notes.length, 2, "that our mail came back is for the bench to know");
    assert.equal((await listMail(desk.platform.config.dataFolder)).length, before);
  });

  it("is taken from an integrator alone, and only if it is one", async () => {
    for (const who of ["staff", "manager", "reseller", OWNER] as const) {
      assert.equal((await desk.bring(mailOf(), who)).status, 403);
    }
    const { http } = desk.desk.app;
    const strange = { "content-type": "message/rfc822" };
    const open = await http.inject({
      method: "POST",
      url: "/v1/mail-in",
      payload: mailOf(),
      headers: strange,
    });
    assert.equal(open.statusCode, 401);
    assert.equal((await desk.bring(Buffer.from("no mail at all"))).status, 400);
    assert.equal((await desk.bring(Buffer.alloc(0))).status, 400);
  });

  it("comes back as it came, to those who sort", async () => {
    const raw = mailOf({ text: "ünï\u00e9 \u20ac" });
    const { id } = await desk.bring(raw);
    const { http } = desk.desk.app;
    const get = async (who: "staff" | "integrator") =>
      await http.inject({
        url: `/v1/mails/${id}/raw`,
        headers: { authorization: await desk.desk.app.authorization(who) },
      });
    const file = await get("staff");
    assert.deepEqual(file.rawPayload, raw);
    assert.match(String(file.headers["content-disposition"]), /^attachment/);
    assert.equal((await get("integrator")).statusCode, 403);
  });

  it("to a case that is over is heard, and its files are told apart", async () => {
    const id = await desk.desk.claimAfter([]);
    await desk.desk.step("cancellation", id);
    const files = [{ name: "a.jpg", type: "image/jpeg", bytes: await cameraPhoto() }];
    await desk.bring(mailOf({ to: desk.addressOf(id), files, text: "And now?" }));
    const seen = sum(await desk.messages(id));
    assert.match(String(seen[0]?.[2]), /case is over/);
    assert.deepEqual(seen[1], ["owner", "mail", "And now?"]);
  });

  it("breaks no invariant", async () => {
    assert.deepEqual(await invariantSweep(desk.desk.app.database), []);
  });
});
