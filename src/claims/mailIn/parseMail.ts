import { parentPort, workerData } from "node:worker_threads";
import PostalMime from "postal-mime";
import type { MailRead } from "./mailRead.ts";
import { readParsed } from "./readParsed.ts";

/** Reads a mail, within limits. Errors: rejects where it goes beyond them. */
export async function parseMail(raw: Uint8Array): Promise<MailRead> {
  const email = await PostalMime.parse(raw, {
    maxNestingDepth: 40,
    maxHeadersSize: 512 * 1024,
    // A mail within a mail is a file of it: its words are not the sender's.
    forceRfc822Attachments: true,
  });
  return readParsed(email);
}

// In a thread of its own: reads the mail it was given, posts what it says, and ends.
if (parentPort !== null) {
  parentPort.postMessage(await parseMail(workerData as Uint8Array));
}
