import { type Platform, Problem, systemCaller } from "../platform/index.ts";
import type { MailRead } from "./mailIn/index.ts";
import { takeEvidence } from "./takeEvidence.ts";

/** What became of the files of a mail. */
export interface FilesTaken {
  /** Their numbers among the evidence of the case. */
  readonly taken: readonly number[];
  /** For people: each file that was not taken, why, and the way on. */
  readonly refused: readonly string[];
}

/**
 * Adds the files of a mail to a case as evidence, each under a key of its mail and place, so that a second
 * run adds none again. What is refused is told, not lost: the mail is kept as it came.
 */
export async function takeMailFiles(
  platform: Platform,
  mailId: string,
  id: string,
  mail: Pick<MailRead, "files" | "leftOut"> | undefined,
): Promise<FilesTaken> {
  const taken: number[] = [];
  const refused: string[] = [];
  for (const [place, { name, type, bytes }] of (mail?.files ?? []).entries()) {
    const told = { id, type, ...(name === "" ? {} : { caption: name }) };
    const why = (says: string) => `We could not take the file ${name === "" ? place + 1 : name}: ${says}`;
    if (bytes.length === 0) {
      refused.push(why("it is empty. Send it again."));
      continue;
    }
    try {
      const key = `${mailId}-${place}`;
      const given = await takeEvidence(platform, systemCaller, told, Buffer.from(bytes), key);
      if (given.refused === undefined) {
        taken.push(given.reply.no);
      } else {
        refused.push(why(`${given.refused.says} ${given.refused.next}`));
      }
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 400) {
        throw error;
      }
      refused.push(why(error.message));
    }
  }
  const more = mail?.leftOut ?? 0;
  return {
    taken,
    refused:
      more > 0 ? [...refused, `We left out ${more} more files: send the important ones alone.`] : refused,
  };
}
