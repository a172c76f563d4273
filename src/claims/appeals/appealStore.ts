import { many, maybeOne } from "../../platform/index.ts";
import type { Appeal } from "./appeal.ts";

const APPEAL = `a.device_id as "deviceId", a.no, a.claim_no as "claimNo", a.decision_no as "decisionNo",
  a.state, a.reason, a.facts, a.receipt, a.asked_by as "askedBy", a.asked_at as "askedAt",
  a.due_at as "dueAt", a.decided_by as "decidedBy", a.decided_at as "decidedAt", a.says,
  a.should_be as "shouldBe", a.frozen`;

/** The appeals of a device, the newest first. */
export const appealsOfDevice = many<Appeal>(
  "appeals_of_device",
  `select ${APPEAL} from claims.appeal a where a.device_id = $1 order by a.no desc`,
);

/** How many decisions a claim has. */
export const decisionsOfClaim = maybeOne<{ readonly newest: number }>(
  "decisions_of_claim",
  "select max(no) as newest from claims.decision where device_id = $1 and claim_no = $2 having max(no) > 0",
);

/**
 * Asks for an appeal with the next number of its device, which is locked, and freezes the case. No row: it is
 * in none of the states `$10`, or frozen already.
 */
export const insertAppeal = maybeOne<Appeal>(
  "insert_appeal",
  `with frozen as (
   update claims.claim set appeal = 'asked', version = version + 1
    where device_id = $1 and no = $2 and state = any($10) and appeal is distinct from 'asked'
   returning device_id, no
   )
   insert into claims.appeal as a (device_id, no, claim_no, decision_no, reason, facts, receipt, asked_by,
                                   asked_at, due_at, frozen)
   select f.device_id,
          (select coalesce(max(o.no), 0) + 1 from claims.appeal o where o.device_id = $1),
          f.no, $3, $4, $5, $6, $7, $8, $9,
          (select coalesce(jsonb_object_agg(d.kind, d.due_at), '{}') from platform.deadline d
            where d.root_id = $1 and d.key = $2::integer::text and d.met_at is null
              and d.kind in ('report_lapses', 'payment_lapses', 'question_lapses'))
     from frozen f
   returning ${APPEAL}`,
);

/** asked -> upheld | dismissed | withdrawn, of the appeal and of its case at once. No row: it was decided. */
export const endAppeal = maybeOne<Appeal>(
  "end_appeal",
  `with ended as (
   update claims.appeal a
      set state = $3, decided_by = $4, decided_at = $5, says = $6, should_be = $7, deciders = $8
    where a.device_id = $1 and a.no = $2 and a.state = 'asked'
   returning a.*
   ), thawed as (
     update claims.claim c set appeal = $3, version = c.version + 1
       from ended e where c.device_id = e.device_id and c.no = e.claim_no and c.appeal = 'asked'
   )
   select ${APPEAL} from ended a`,
);

/** Who has decided anything of a claim: its decisions, its inspections, overrides and earlier appeals. */
export const decidersOfClaim = many<{ readonly actor: string }>(
  "deciders_of_claim",
  `select distinct actor from (
     select d.actor from claims.decision d where d.device_id = $1 and d.claim_no = $2
     union all
     select unnest(array[o.asked_by, o.decided_by]) from claims.override o
      where o.device_id = $1 and o.claim_no = $2
     union all
     select a.decided_by from claims.appeal a
      where a.device_id = $1 and a.claim_no = $2 and a.state in ('upheld', 'dismissed')) as made(actor)
    where actor is not null order by actor`,
);

/** A page of appeals behind the place `$2`, `$3`, `$4`: those that are due first, or of a state. */
export const pageOfAppeals = many<Appeal>(
  "page_of_appeals",
  `select ${APPEAL} from claims.appeal a
    where ($1::text is null or a.state = $1)
      and ($2::timestamptz is null or (a.asked_at, a.device_id, a.no) < ($2, $3::text, $4::integer))
    order by a.asked_at desc, a.device_id desc, a.no desc
    limit $5`,
);
