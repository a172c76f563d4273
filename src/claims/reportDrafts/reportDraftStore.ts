import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { ReportDraft } from "./reportDraft.ts";

const DRAFT = `d.device_id as "deviceId", d.no, d.person_id as "personId", d.answers, d.kept_at as "keptAt"`;

/** The draft of a side of a device. */
export const draftOf = maybeOne<ReportDraft>(
  "report_draft_of",
  `select ${DRAFT} from claims.report_draft d where d.device_id = $1 and d.no = $2`,
);

/** When what their owners began of these devices was last written. */
export const ownDraftsKept = many<Pick<ReportDraft, "deviceId" | "keptAt">>(
  "own_drafts_kept",
  `select d.device_id as "deviceId", d.kept_at as "keptAt" from claims.report_draft d
    where d.device_id = any($1) and d.no = 1`,
);

/** Keeps what is told; the last word counts. */
export const keepDraft = one<ReportDraft>(
  "keep_report_draft",
  `insert into claims.report_draft as d (device_id, no, person_id, answers, kept_at, kept_by)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (device_id, no) do update
      set person_id = excluded.person_id, answers = excluded.answers, kept_at = excluded.kept_at,
          kept_by = excluded.kept_by
   returning ${DRAFT}`,
);

/** Forgets a draft. Zero: it is gone. */
export const forgetDraft = effect(
  "forget_report_draft",
  "delete from claims.report_draft where device_id = $1 and no = $2",
);

/** Of a draft `d`: who it is of holds the device. */
const IS_HOLDERS = `d.person_id = (select k.holder_id from contracts.contract k
        where k.device_id = d.device_id order by k.no desc limit 1)`;

/** A page of the office's drafts, the newest first, behind an instant and a device. */
export const pageOfOfficeDrafts = many<ReportDraft>(
  "page_of_office_drafts",
  `select ${DRAFT} from claims.report_draft d
    where d.no = 2 and ${IS_HOLDERS}
      and ($1::timestamptz is null or (d.kept_at, d.device_id) < ($1, $2::text))
    order by d.kept_at desc, d.device_id desc limit $3`,
);

/** The same of what persons began themselves. */
export const pageOfOwnDrafts = many<ReportDraft>(
  "page_of_own_drafts",
  `select ${DRAFT} from claims.report_draft d
    where d.no = 1 and d.person_id = any($4) and ${IS_HOLDERS}
      and ($1::timestamptz is null or (d.kept_at, d.device_id) < ($1, $2::text))
    order by d.kept_at desc, d.device_id desc limit $3`,
);

/** The devices whose newest contract persons hold, the newest first; a few. */
export const devicesHeldBy = many<{ readonly deviceId: string }>(
  "devices_held_by",
  `select k.device_id as "deviceId" from contracts.contract k
    where k.holder_id = any($1)
      and k.no = (select max(n.no) from contracts.contract n where n.device_id = k.device_id)
    order by k.device_id desc limit 20`,
);

/** Those of the devices `$2` whose newest contract persons `$1` hold. */
export const heldOfDevices = many<{ readonly deviceId: string }>(
  "held_of_devices",
  `select k.device_id as "deviceId" from contracts.contract k
    where k.device_id = any($2) and k.holder_id = any($1)
      and k.no = (select max(n.no) from contracts.contract n where n.device_id = k.device_id)`,
);
