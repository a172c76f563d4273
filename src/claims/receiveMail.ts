import { type Platform, publicId, sealText, systemCaller, transact } from "../platform/index.ts";
import { insertMail, mailIdOf } from "./mailIn/index.ts";
import { takeMail } from "./takeMail.ts";

/** The text that a mail's seal belongs to. */
export const sealedAs = (mailId: string): string => `mail ${mailId}`;

/**
 * Keeps a mail as it came and has it worked: when this resolves it is on the disk, and whoever brought it may
 * forget it. The same mail again is no news.
 */
export async function receiveMail(
  platform: Platform,
  raw: Buffer,
): Promise<{ readonly id: string; readonly isNews: boolean }> {
  const mailId = mailIdOf(raw);
  const sealed = sealText(platform.secrets, sealedAs(mailId), raw.toString("latin1"));
  const isNews = await transact(platform, systemCaller, async (tx) => {
    const kept = await insertMail(tx, mailId, tx.at, raw.length, sealed);
    if (kept !== undefined) {
      tx.enqueue(takeMail, { mailId });
    }
    return kept !== undefined;
  });
  return { id: publicId("mal", mailId), isNews };
}
