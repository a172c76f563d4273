import { writeFile } from "node:fs/promises";
import { type Caller, type Performed, type Platform, perform } from "../platform/index.ts";
import { addEvidence } from "./addEvidence/addEvidence.ts";
import type { EvidenceShape, Purpose } from "./evidence/index.ts";
import { receiveFile } from "./receiveEvidence.ts";

/** What is told of a file that is there as a whole. */
export interface EvidenceTold {
  readonly id: string;
  readonly type: string;
  readonly purpose?: Purpose;
  readonly caption?: string;
}

/**
 * Takes a file that is there as a whole, from a form or a mail: what the system brings counts as a mail's.
 * Errors: as of an upload.
 */
export async function takeEvidence(
  platform: Platform,
  caller: Caller,
  { id, ...told }: EvidenceTold,
  bytes: Buffer,
): Promise<Performed<EvidenceShape>> {
  await platform.files.demandRoom(bytes.length);
  const added = await perform(platform, caller, addEvidence, { id, ...told, bytes: bytes.length });
  if (added.refused !== undefined) {
    return added;
  }
  const { item, fileName } = added.reply;
  await writeFile(platform.files.pathOf("arriving", fileName), bytes, { mode: 0o600 });
  await receiveFile(platform, { id, no: item.no, fileName });
  return { status: added.status, reply: item };
}
