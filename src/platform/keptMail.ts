import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { type Mail, mailMessage } from "./mailMessage.ts";
import { writeOnce } from "./writeOnce.ts";

const ID = /^[0-9a-f]{32}$/;

/** A mail that was kept instead of sent, for a person who looks at /dev/mail. */
export interface KeptMail {
  readonly id: string;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly string[];
  /** When it was kept, by the world's clock. */
  readonly at: string;
}

/** Keeps a mail in `<data>/mail`: the message itself as .eml, and what a list needs as .json. */
export async function keepMail(dataFolder: string, from: string, mail: Mail): Promise<void> {
  const folder = mailFolder(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const id = createHash("sha256").update(mail.messageId).digest("hex").slice(0, 32);
  const writer = createTransport({ streamTransport: true, buffer: true });
  const { message } = await writer.sendMail(mailMessage(mail, from));
  await writeOnce(path.join(folder, `${id}.eml`), message as Buffer);
  const kept: KeptMail = {
    id,
    messageId: mail.messageId,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? null,
    attachments: (mail.attachments ?? []).map(({ filename }) => filename),
    at: Temporal.Now.instant().toString(),
  };
  // Last, because a mail is there once it is in the list.
  await writeOnce(path.join(folder, `${id}.json`), JSON.stringify(kept));
}

/** The kept mails, newest first. */
export async function listMail(dataFolder: string): Promise<readonly KeptMail[]> {
  const folder = mailFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const entries = names.filter((name) => name.endsWith(".json"));
  const mails = await Promise.all(
    entries.map(async (name) => JSON.parse(await readFile(path.join(folder, name), "utf8")) as KeptMail),
  );
  return mails.toSorted((one, other) => other.at.localeCompare(one.at));
}

/** One kept mail with its whole message as it would have gone out; undefined when there is none. */
export async function readMail(
  dataFolder: string,
  id: string,
): Promise<{ readonly mail: KeptMail; readonly message: Buffer } | undefined> {
  if (!ID.test(id)) {
    return undefined;
  }
  const place = path.join(mailFolder(dataFolder), id);
  const index = await readFile(`${place}.json`, "utf8").catch(() => undefined);
  return index === undefined
    ? undefined
    : { mail: JSON.parse(index) as KeptMail, message: await readFile(`${place}.eml`) };
}

function mailFolder(dataFolder: string): string {
  return path.join(dataFolder, "mail");
}
