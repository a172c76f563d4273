import { many, maybeOne } from "../../platform/index.ts";
import type { Override } from "./override.ts";

const OVERRIDE = `o.device_id as "deviceId", o.no, o.claim_no as "claimNo", o.state, o.gives,
  o.fee_minor as "feeMinor", o.cost_minor as "costMinor", o.currency, o.reason, o.note, o.says,
  o.appeal_no as "appealNo", o.asked_by as "askedBy", o.asked_at as "askedAt",
  o.second_person as "secondPerson", o.decided_by as "decidedBy", o.decided_at as "decidedAt",
  o.decision_note as "decisionNote"`;

/** The overrides of a device, the newest first. */
export const overridesOfDevice = many<Override>(
  "overrides_of_device",
  `select ${OVERRIDE} from claims.override o where o.device_id = $1 order by o.no desc`,
);

/** A new one with the next number of its device, which is locked. `$14` granted it at once, or is null. */
export const insertOverride = maybeOne<Override>(
  "insert_override",
  `insert into claims.override as o (device_id, no, claim_no, state, gives, fee_minor, cost_minor, currency,
                                     reason, note, says, appeal_no, asked_by, asked_at, second_person,
                                     decided_by, decided_at)
   select $1, coalesce(max(no), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
          $14::text is null, $14, case when $14::text is not null then $13::timestamptz end
     from claims.override where device_id = $1
   returning ${OVERRIDE}`,
);

/** asked -> granted | declined. No row: somebody was faster. */
export const decideOverrideRow = maybeOne<Override>(
  "decide_override",
  `update claims.override o set state = $3, decided_by = $4, decided_at = $5, decision_note = $6
    where o.device_id = $1 and o.no = $2 and o.state = 'asked' returning ${OVERRIDE}`,
);

/** A page, the newest first, behind the place `$4`, `$5`, `$6`; of one state, reason or case where named. */
export const pageOfOverrides = many<Override>(
  "page_of_overrides",
  `select ${OVERRIDE} from claims.override o
    where ($1::text is null or o.state = $1) and ($2::text is null or o.reason = $2)
      and ($3::text is null or (o.device_id = $3 and o.claim_no = $7))
      and ($4::timestamptz is null or (o.asked_at, o.device_id, o.no) < ($4, $5::text, $6::integer))
    order by o.asked_at desc, o.device_id desc, o.no desc
    limit $8`,
);
