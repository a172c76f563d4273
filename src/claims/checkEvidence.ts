import {
  type DeadlineKind,
  examineApart,
  type FileRoom,
  failPoint,
  type Job,
  type Platform,
  perform,
  publicId,
  type Reaction,
  reaction,
  systemCaller,
} from "../platform/index.ts";
import {
  EVIDENCE_LAPSES,
  type EvidenceItem,
  evidenceByNo,
  keyOf,
  markCleared,
  namedIn,
  ofDeadlineKey,
  type PieceNamed,
  uncheckedEvidence,
  unclearedEvidence,
} from "./evidence/index.ts";
import { type Checked, refusePiece, settleEvidence } from "./settleEvidence.ts";

const EVERYWHERE: readonly FileRoom[] = ["arriving", "original", "shown"];

/** Checks under way, by the names of files. A queue that has waited too long asks for one again meanwhile. */
const underWay = new Map<string, Promise<void>>();

/**
 * Checks a piece, and keeps it or refuses it. Runs at least once: until the row says what came of it, the
 * bytes that arrived stay, and all of this is done again, into the same files, by one at a time.
 */
export const checkEvidence: Job<PieceNamed> = {
  name: "check_evidence",
  run: async (platform, piece) => {
    const item = await pieceNamed(platform, piece);
    if (item?.state !== "checking") {
      return;
    }
    const { fileName } = item;
    const run = underWay.get(fileName) ?? checkOnce(platform, piece, item);
    underWay.set(fileName, run);
    await run.finally(() => underWay.delete(fileName));
  },
};

async function checkOnce(platform: Platform, piece: PieceNamed, item: EvidenceItem): Promise<void> {
  const { rootId, belongsTo, ofNo, no } = piece;
  try {
    const checked = await check(platform, item);
    const id = publicId(belongsTo === "claim" ? "clm" : "vrf", rootId, ofNo);
    const command = { id, no, checked };
    await perform(platform, systemCaller, settleEvidence, command);
    failPoint(platform, "evidence_kept");
  } finally {
    // What was taken back meanwhile was cleared before the last of it was written.
    if ((await pieceNamed(platform, piece))?.state === "withdrawn") {
      await platform.files.remove(item.fileName, EVERYWHERE);
    }
  }
}

async function pieceNamed({ database }: Platform, piece: PieceNamed) {
  return await evidenceByNo(database, ...keyOf(piece));
}

async function check(platform: Platform, { fileName, kind }: EvidenceItem): Promise<Checked> {
  const { files } = platform;
  if ((await files.sizeOf("arriving", fileName)) === undefined) {
    return { refusedAs: "file_lost" };
  }
  const draft = await files.draftOf(fileName);
  const seen = await examineApart(kind, files.pathOf("arriving", fileName), draft);
  if (seen.refused !== undefined) {
    return { refusedAs: seen.refused };
  }
  const original = await files.keepOriginal(fileName);
  failPoint(platform, "evidence_stored");
  const shown = await files.keepShown(fileName);
  failPoint(platform, "evidence_shown");
  return { seen, original, shown };
}

/** Removes what is not needed any more: of what is kept what arrived, of all else everything. */
export const clearEvidence: Job<PieceNamed> = {
  name: "clear_evidence",
  run: async ({ database, files, clock }, piece) => {
    const item = await evidenceByNo(database, ...keyOf(piece));
    if (item !== undefined && item.state !== "uploading" && item.state !== "checking") {
      await files.remove(item.fileName, item.state === "kept" ? ["arriving"] : EVERYWHERE);
      await markCleared(database, ...keyOf(piece), clock.now());
    }
  },
};

/** An upload that stood still for a day ends as refused; who sends it again begins anew. */
export const evidenceLapses: DeadlineKind = {
  kind: EVIDENCE_LAPSES,
  run: async (tx, { rootId, key }) => {
    await refusePiece(tx, ofDeadlineKey(rootId, key), "never_finished", "uploading");
  },
};

export const evidenceReactions: readonly Reaction[] = [
  reaction("EvidenceReceived", checkEvidence, namedIn, uncheckedEvidence),
  reaction("EvidenceAdded", clearEvidence, namedIn, unclearedEvidence),
  reaction("EvidenceRefused", clearEvidence, namedIn),
  reaction("EvidenceWithdrawn", clearEvidence, namedIn),
];

export const evidenceJobs: readonly Job<never>[] = [
  checkEvidence as unknown as Job<never>,
  clearEvidence as unknown as Job<never>,
];
