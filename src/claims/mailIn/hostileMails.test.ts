import assert from "node:assert/strict";
import { test } from "node:test";
import { hostileMails } from "../../../test/support/hostileMails.ts";
import { type MailDesk, mailDesk } from "../../../test/support/mailDesk.ts";
import { readMailApart } from "./readMailApart.ts";

/** Whether a text has characters that no line of a list has. */
const isUnclean = (text: string): boolean =>
  Array.from(text).some((one) => (one.codePointAt(0) ?? 0) < 32 || /[\u202a-\u202e]/.test(one));

test("hostile mails wait for a person: none gets into a case, none stops anybody", async (context) => {
  const { desk, platform, bring, mails }: MailDesk = await mailDesk();
  const id = await desk.claimAfter([]);
  for (const { name, raw } of hostileMails) {
    assert.equal((await bring(raw)).status, 202, name);
  }
  await platform.jobs.drained();
  const waiting = await mails();
  const ignored = await mails("ignored");
  assert.equal(waiting.length + ignored.length, hostileMails.length, "each is there, once");
  assert.ok(waiting.every(({ state }) => state === "unmatched"));
  for (const { subject, senderName, opening } of [...waiting, ...ignored]) {
    assert.equal(isUnclean(`${subject}${senderName}`), false);
    assert.doesNotMatch(String(opening), /<script|onerror/);
  }
  const { body } = await desk.app.call("staff", `GET /v1/claims/${id}/messages`);
  assert.deepEqual(body.data, []);
  for (const one of waiting.slice(0, 60)) {
    assert.equal((await desk.app.call("staff", `GET /v1/mails/${String(one.id)}`)).status, 200);
  }
  context.diagnostic(`hostile mails n=${hostileMails.length} through=0`);
});

test("a mail that takes too long is given up, and one that does not is read", async () => {
  const raw = hostileMails.find(({ name }) => name === "a line of ten megabytes")?.raw ?? Buffer.alloc(0);
  assert.equal(await readMailApart(raw, 0), undefined);
  assert.ok(((await readMailApart(raw))?.text.length ?? 0) > 10_000);
});
