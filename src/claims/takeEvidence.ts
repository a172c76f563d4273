import { writeFile } from "node:fs/promises";
import { type Caller, fingerprintOf, type Performed, type Platform, perform } from "../platform/index.ts";
import { addEvidence } from "./addEvidence/addEvidence.ts";
import { type EvidenceShape, evidenceByNo, type Purpose } from "./evidence/index.ts";
import { claimKey } from "./lockClaim.ts";
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
 * With a `key` it is added once, however often that is tried. Errors: as of an upload.
 */
export async function takeEvidence(
  platform: Platform,
  caller: Caller,
  { id, ...told }: EvidenceTold,
  bytes: Buffer,
  key?: string,
): Promise<Performed<EvidenceShape>> {
  await platform.files.demandRoom(bytes.length);
  const command = { id, ...told, bytes: bytes.length };
  const once =
    key === undefined ? {} : { key: { key, fingerprint: fingerprintOf(addEvidence.route, {}, command) } };
  const added = await perform(platform, caller, addEvidence, command, once);
  if (added.refused !== undefined) {
    return added;
  }
  const { item, fileName } = added.reply;
  if (key !== undefined && (await hasArrived(platform, id, item.no))) {
    return { status: added.status, reply: item };
  }
  await writeFile(platform.files.pathOf("arriving", fileName), bytes, { mode: 0o600 });
  await receiveFile(platform, { id, no: item.no, fileName });
  return { status: added.status, reply: item };
}

/** Whether an earlier try under the same key has brought all of a case's piece. */
async function hasArrived({ database }: Platform, id: string, itemNo: number): Promise<boolean> {
  const { rootId, no } = claimKey(id);
  const known = await evidenceByNo(database, rootId, "claim", no, itemNo);
  return known !== undefined && known.state !== "uploading";
}
