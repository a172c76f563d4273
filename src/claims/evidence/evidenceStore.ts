import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { EvidenceItem } from "./evidenceItem.ts";
import type { PieceNamed } from "./pieceNamed.ts";

const ITEM = `e.device_id as "deviceId", e.belongs_to as "belongsTo", e.of_no as "ofNo", e.no,
  e.file_name as "fileName",
  e.state,
  e.kind, e.purpose, e.caption, e.sent_type as "sentType", e.sent_bytes as "sentBytes",
  e.added_by as "addedBy", e.added_at as "addedAt", e.is_shared as "isShared",
  e.refused_as as "refusedAs", e.shown_type as "shownType", e.shown_bytes as "shownBytes", e.width, e.height`;

/** A piece by what it belongs to and its number there. */
export const evidenceByNo = maybeOne<EvidenceItem>(
  "evidence_by_no",
  `select ${ITEM} from claims.evidence e where e.device_id = $1 and e.belongs_to = $2 and e.of_no = $3
      and e.no = $4`,
);

/** Pieces of a case behind the number `$4`, in the order they were added; `$5` at the most. */
export const evidenceOfCase = many<EvidenceItem>(
  "evidence_of_case",
  `select ${ITEM} from claims.evidence e
    where e.device_id = $1 and e.belongs_to = $2 and e.of_no = $3 and e.no > $4
      and (not $6::boolean or e.added_by <> 'staff' or (e.is_shared and e.state = 'kept'))
      and ($7::text is null or e.purpose = $7)
    order by e.no limit $5`,
);

/**
 * All clips of a verification that were not taken back, in order; to its owner (`$3`) only what they may see.
 * Never a part of them: what nobody sees, nobody can judge.
 */
export const clipsOfVerification = many<EvidenceItem>(
  "clips_of_verification",
  `select ${ITEM} from claims.evidence e
    where e.device_id = $1 and e.belongs_to = 'verification' and e.of_no = $2 and e.state <> 'withdrawn'
      and (not $3::boolean or e.added_by <> 'staff' or (e.is_shared and e.state = 'kept'))
    order by e.no`,
);

/** What a case holds that was not refused or withdrawn. */
export const evidenceHeld = one<{ readonly items: number; readonly bytes: number }>(
  "evidence_held",
  `select count(*)::integer as items, coalesce(sum(sent_bytes), 0)::bigint as bytes
     from claims.evidence
    where device_id = $1 and belongs_to = $2 and of_no = $3
      and state in ('uploading', 'checking', 'kept')`,
);

/** A new piece with the next number of its case, whose device is locked. */
export const insertEvidence = one<EvidenceItem>(
  "insert_evidence",
  `insert into claims.evidence as e (device_id, belongs_to, of_no, no, file_name, kind, purpose,
    caption, sent_type,
                                sent_bytes, added_by, adder_id, added_at)
   select $1, $2, $3, coalesce(max(no), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12
     from claims.evidence where device_id = $1 and belongs_to = $2 and of_no = $3
   returning ${ITEM}`,
);

/** uploading -> checking: all of its bytes are there. */
export const receiveRow = maybeOne<EvidenceItem>(
  "receive_evidence",
  `update claims.evidence e set state = 'checking', received_at = $5
    where device_id = $1 and belongs_to = $2 and of_no = $3 and no = $4 and state = 'uploading'
   returning ${ITEM}`,
);

/** checking -> kept, with what its check found. */
export const keepRow = maybeOne<EvidenceItem>(
  "keep_evidence",
  `update claims.evidence e
      set state = 'kept', closed_at = $5, original_digest = $6, shown_digest = $7, shown_type = $8,
          shown_bytes = $9, width = $10, height = $11, look = $12
    where device_id = $1 and belongs_to = $2 and of_no = $3 and no = $4 and state = 'checking'
   returning ${ITEM}`,
);

/** Refused while it was in the state `$7`. */
export const refuseRow = maybeOne<EvidenceItem>(
  "refuse_evidence",
  `update claims.evidence e set state = 'refused', closed_at = $5, refused_as = $6
    where device_id = $1 and belongs_to = $2 and of_no = $3 and no = $4 and state = $7 returning ${ITEM}`,
);

/** Taken back by who added it. */
export const withdrawRow = maybeOne<EvidenceItem>(
  "withdraw_evidence",
  `update claims.evidence e set state = 'withdrawn', closed_at = $5
    where device_id = $1 and belongs_to = $2 and of_no = $3 and no = $4
      and state in ('uploading', 'checking', 'kept')
   returning ${ITEM}`,
);

/** Whether the owner sees a piece of the bench's, and what it is called; null leaves one as it is. */
export const shareRow = maybeOne<EvidenceItem>(
  "share_evidence",
  `update claims.evidence e set is_shared = coalesce($5, e.is_shared), caption = coalesce($6, e.caption)
    where device_id = $1 and belongs_to = $2 and of_no = $3 and no = $4 and state = 'kept' returning ${ITEM}`,
);

/** The folder holds of it only what is needed. */
export const markCleared = effect(
  "mark_evidence_cleared",
  `update claims.evidence set cleared_at = $5
    where device_id = $1 and belongs_to = $2 and of_no = $3 and no = $4`,
);

const NAMED = `device_id as "rootId", belongs_to as "belongsTo", of_no as "ofNo", no`;

/** Pieces that are whole since before `$1` and not checked. */
export const uncheckedEvidence = many<PieceNamed>(
  "unchecked_evidence",
  `select ${NAMED} from claims.evidence where state = 'checking' and received_at < $1
    order by added_at limit 500`,
);

/** Pieces that are decided since before `$1`, of which files are left over. */
export const unclearedEvidence = many<PieceNamed>(
  "uncleared_evidence",
  `select ${NAMED} from claims.evidence
    where state <> 'uploading' and cleared_at is null and closed_at < $1
    order by added_at limit 500`,
);

/** Which of these names are of a piece whose files may be there. */
export const knownNames = many<{ readonly name: string }>(
  "known_evidence_names",
  `select file_name as name from claims.evidence
    where file_name = any($1) and state in ('uploading', 'checking', 'kept')`,
);

/** Kept pieces behind a name, in the order of names. */
export const keptNames = many<{ readonly name: string }>(
  "kept_evidence_names",
  `select file_name as name from claims.evidence
    where state = 'kept' and file_name > $1 order by file_name limit 1000`,
);
