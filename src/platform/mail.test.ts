import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { listMail, readMail } from "./keptMail.ts";
import { type Mail, openMailer } from "./mail.ts";

let dataFolder: string;

before(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-mail-"));
});

after(() => rm(dataFolder, { recursive: true }));

const mail = (more: Partial<Mail>): Mail => ({
  to: "ada@example.com",
  subject: "Your plan",
  text: "It is active.",
  messageId: crypto.randomUUID(),
  ...more,
});

test("without a mail server a mail is kept whole, once per message id", async () => {
  const mailer = openMailer({ mailUrl: undefined, mailFrom: "Care <care@maker.example>", dataFolder });
  const attachments = [{ filename: "plan.txt", contentType: "text/plain", content: Buffer.from("ürgent") }];
  const sent = mail({
    messageId: "delivery-1",
    subject: "Zażółć",
    html: "<p>It is active.</p>",
    attachments,
  });
  await Promise.all([mailer.send(sent), mailer.send(sent), mailer.send({ ...sent, text: "again" })]);
  const kept = await listMail(dataFolder);
  assert.equal(kept.length, 1);
  const [first] = kept;
  assert.deepEqual(
    [first?.to, first?.subject, first?.attachments, first?.messageId],
    ["ada@example.com", "Zażółć", ["plan.txt"], "delivery-1"],
  );
  const read = await readMail(dataFolder, first?.id ?? "");
  const message = read?.message.toString("utf8") ?? "";
  assert.match(message, /^From: Care <care@maker\.example>\r?$/m);
  assert.match(message, /^Message-ID: <delivery-1@maker\.example>\r?$/m);
  assert.match(message, /filename=plan\.txt/);
});

test("mails are listed newest first, and an id that is a path is no mail", async () => {
  const mailer = openMailer({ mailUrl: undefined, mailFrom: "care@maker.example", dataFolder });
  await mailer.send(mail({ subject: "second" }));
  await mailer.send(mail({ subject: "third" }));
  assert.deepEqual(
    (await listMail(dataFolder)).slice(0, 2).map(({ subject }) => subject),
    ["third", "second"],
  );
  assert.equal(await readMail(dataFolder, "../secrets/session"), undefined);
  assert.equal(await readMail(dataFolder, "0".repeat(32)), undefined);
});

test("mails of one instant, or of a clock that was set back, are listed as they were kept", async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-mail-"));
  t.after(() => rm(folder, { recursive: true }));
  const mailer = openMailer({ mailUrl: undefined, mailFrom: "care@maker.example", dataFolder: folder });
  for (const subject of ["first", "second", "third", "fourth"]) {
    await mailer.send(mail({ subject }));
  }
  const file = path.join(folder, "mail.jsonl");
  const instants = ["30.125Z", "30.12Z", "30.12Z", "29Z"];
  const kept = (await readFile(file, "utf8")).replaceAll(
    /"at":"([^"]*:)[^":]*"/g,
    (_, minute: string) => `"at":"${minute}${instants.shift()}"`,
  );
  await writeFile(file, kept);
  const listed = (await listMail(folder)).map(({ subject }) => subject);
  assert.deepEqual(listed, ["fourth", "third", "second", "first"]);
});

test("nothing in a mail can add a header or a recipient", async () => {
  const mailer = openMailer({ mailUrl: undefined, mailFrom: "care@maker.example", dataFolder });
  await mailer.send(
    mail({
      messageId: "injected",
      subject: "Hello\r\nBcc: eve@example.com",
      to: "ada@example.com, eve@example.com\r\nCc: mallory@example.com",
    }),
  );
  const [kept] = (await listMail(dataFolder)).filter(({ messageId }) => messageId === "injected");
  const message = (await readMail(dataFolder, kept?.id ?? ""))?.message.toString("utf8") ?? "";
  assert.doesNotMatch(message, /^(?:bcc|cc):/im);
  assert.doesNotMatch(message, /^To:.*>.*,.*$/im);
});

/** A mail server that takes one mail and remembers what it was told. */
async function oneMailServer(): Promise<{ url: string; heard: string[]; close(): void }> {
  const heard: string[] = [];
  const server = createServer((socket: Socket) => {
    let inMail = false;
    socket.write("220 test\r\n");
    createInterface({ input: socket }).on("line", (line) => {
      heard.push(line);
      if (inMail) {
        inMail = line !== ".";
        socket.write(inMail ? "" : "250 taken\r\n");
      } else if (line === "DATA") {
        inMail = true;
        socket.write("354 go on\r\n");
      } else {
        socket.write(line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
    socket.on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, heard, close: () => server.close() };
}

test("with a mail server the mail goes there, and nothing is kept", async () => {
  const server = await oneMailServer();
  const mailer = openMailer({ mailUrl: server.url, mailFrom: "Care <care@maker.example>", dataFolder });
  await mailer.send(mail({ messageId: "by-smtp" }));
  mailer.close();
  server.close();
  assert.ok(server.heard.includes("RCPT TO:<ada@example.com>"), server.heard.join("\n"));
  assert.ok(server.heard.includes("It is active."));
  assert.deepEqual(
    (await listMail(dataFolder)).filter(({ messageId }) => messageId === "by-smtp"),
    [],
  );
});

test("a mail server that is not there fails the job, and says so", async () => {
  const server = await oneMailServer();
  server.close();
  const mailer = openMailer({ mailUrl: server.url, mailFrom: "care@maker.example", dataFolder });
  await assert.rejects(mailer.send(mail({})), { code: "ESOCKET" });
});
