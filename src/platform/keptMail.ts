import { createHash } from "node:crypto";
import { appendFile, open } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { type Mail, mailMessage } from "./mailMessage.ts";

/** A mail that was kept instead of sent, for a person who looks at /dev/mail. */
export interface KeptMail {
  readonly id: string;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Where an answer goes; left out where it goes to the sender. */
  readonly replyTo?: string | undefined;
  readonly attachments: readonly string[];
  /** When it was kept, by the world's clock. */
  readonly at: string;
}

/** A line of the file: the mail with all that its message is made from. Contents are base64. */
interface KeptLine extends Omit<KeptMail, "attachments"> {
  readonly from: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/**
 * Keeps a mail in `<data>/mail.jsonl`, on disk when this resolves. One file for all of them: making a file
 * for each costs many times what writing the mail does.
 */
export async function keepMail(dataFolder: string, from: string, mail: Mail): Promise<void> {
  const line: KeptLine = {
    id: createHash("sha256").update(mail.messageId).digest("hex").slice(0, 32),
    messageId: mail.messageId,
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? null,
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    attachments: (mail.attachments ?? []).map(({ content, ...attachment }) => ({
      ...attachment,
      content: Buffer.from(content).toString("base64"),
    })),
    at: Temporal.Now.instant().toString(),
  };
  // The break comes first, so that a line torn by a crash or a full disk does not spoil the one after it.
  await appendFile(mailFile(dataFolder), `\n${JSON.stringify(line)}`, { mode: 0o600, flush: true });
}

/** The kept mails, the last one kept first. */
export async function listMail(dataFolder: string): Promise<readonly KeptMail[]> {
  const mails = new Map<string, KeptMail>();
  for await (const { from: _, ...line } of keptLines(dataFolder)) {
    if (!mails.has(line.id)) {
      mails.set(line.id, { ...line, attachments: line.attachments.map(({ filename }) => filename) });
    }
  }
  // As they stand in the file: clocks are set back, and two mails may have one instant.
  return [...mails.values()].toReversed();
}

/** One kept mail with its whole message as it would have gone out; undefined when there is none. */
export async function readMail(
  dataFolder: string,
  id: string,
): Promise<{ readonly mail: KeptMail; readonly message: Buffer } | undefined> {
  for await (const line of keptLines(dataFolder)) {
    if (line.id === id) {
      const { from, ...mail } = line;
      const attachments = line.attachments.map(({ filename }) => filename);
      return { mail: { ...mail, attachments }, message: await wholeMessage(line) };
    }
  }
  return undefined;
}

/** Oldest first. A mail that was kept twice stands there twice, and the first counts. */
async function* keptLines(dataFolder: string): AsyncGenerator<KeptLine> {
  const file = await open(mailFile(dataFolder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  });
  try {
    for await (const text of file?.readLines({ autoClose: false }) ?? []) {
      const line = readLine(text);
      if (line !== undefined) {
        yield line;
      }
    }
  } finally {
    await file?.close();
  }
}

function readLine(text: string): KeptLine | undefined {
  try {
    return JSON.parse(text) as KeptLine;
  } catch {
    return undefined;
  }
}

async function wholeMessage({ attachments, at, html, ...line }: KeptLine): Promise<Buffer> {
  const mail: Mail = {
    ...line,
    html: html ?? undefined,
    attachments: attachments.map(({ content, ...attachment }) => ({
      ...attachment,
      content: Buffer.from(content, "base64"),
    })),
  };
  const writer = createTransport({ streamTransport: true, buffer: true });
  const { message } = await writer.sendMail({ ...mailMessage(mail, line.from), date: new Date(at) });
  return message as Buffer;
}

function mailFile(dataFolder: string): string {
  return path.join(dataFolder, "mail.jsonl");
}
