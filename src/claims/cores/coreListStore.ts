import { many, type Queryable } from "../../platform/index.ts";
import type { CoreState } from "../advance.ts";
import type { CoreStage } from "./coreStage.ts";

/** An old device that is, or was, to come back, with the hold that stands for it. */
export interface ListedCore {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly holdNo: number;
  readonly state: CoreState;
  readonly stage: CoreStage;
  readonly serial: string;
  readonly model: string;
  readonly owner: string | null;
  readonly zone: string;
  readonly shippedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly cameAt: Temporal.Instant | null;
  readonly cameSerial: string | null;
  readonly cameParts: readonly string[];
  readonly holdState: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly answer: string;
  readonly attention: string | null;
  readonly remindedAt: Temporal.Instant | null;
  readonly noticedAt: Temporal.Instant | null;
  readonly coveredUntil: Temporal.Instant | null;
  readonly isCaptureAsked: boolean;
  /** What it is sorted by. */
  readonly place: number;
}

/** How far an old device is, at `$1`. What the bench must judge stands before what its time brings. */
const STAGE = `case when r.state <> 'awaited' then 'over'
    when h.state = 'lapsed' then 'lapsed'
    when h.answer = 'review' or h.attention in ('return_review', 'capture_declined') then 'review'
    when h.noticed_at is not null then 'noticed'
    when r.due_at <= $1 then 'overdue'
    else 'due' end`;

const rows = many<ListedCore>(
  "core_returns",
  `with listed as (
     select r.device_id as "deviceId", r.claim_no as "claimNo", r.hold_no as "holdNo", r.state,
            ${STAGE} as stage, c.serial, d.model,
            (select p.name from identity.person p
              where p.person_id = coalesce(k.holder_id, c.reporter_id)) as owner,
            coalesce(k.zone, 'UTC') as zone, r.shipped_at as "shippedAt", r.due_at as "dueAt",
            r.came_at as "cameAt", r.serial as "cameSerial", r.parts as "cameParts", h.state as "holdState",
            h.amount_minor as "amountMinor", h.currency, h.answer, h.attention,
            h.reminded_at as "remindedAt", h.noticed_at as "noticedAt",
            (select max(a.capture_before) from money.authorisation a
              where a.root_id = h.root_id and a.hold_no = h.no and a.state = 'placed' and a.leaving is null)
              as "coveredUntil",
            exists (select from money.capture_request q
                     where q.root_id = h.root_id and q.hold_no = h.no
                        and q.state = 'open') as "isCaptureAsked",
            (case $2 when 'amount' then -h.amount_minor
                     when 'latest' then -floor(extract(epoch from r.due_at))
                     else floor(extract(epoch from r.due_at)) end)::float8 as place
       from claims.core_return r
       join claims.claim c on c.device_id = r.device_id and c.no = r.claim_no
       join contracts.device d on d.device_id = r.device_id
       join money.hold h on h.root_id = r.device_id and h.no = r.hold_no
       left join contracts.contract k on k.device_id = c.device_id and k.no = c.contract_no
      where r.shipped_at is not null and r.due_at is not null
   )
   select * from listed l
    where ($3::text[] is null or l.stage = any($3))
      and ($4::text is null or l.serial = $4)
      and ($5::float8 is null or (l.place, l."deviceId", l."claimNo") > ($5, $6::text, $7::integer))
    order by l.place, l."deviceId", l."claimNo"
    limit $8`,
);

/** What a page of old devices is asked by. */
export interface CoresAsked {
  readonly at: Temporal.Instant;
  readonly sort: "due" | "latest" | "amount";
  readonly stages: readonly CoreStage[] | null;
  readonly serial: string | null;
  /** The place after which it begins, its device and claim; nulls for the first page. */
  readonly after: readonly [number | null, string | null, number | null];
  readonly limit: number;
}

/** A page of the old devices whose replacements have left. */
export async function coreReturns(db: Queryable, asked: CoresAsked): Promise<readonly ListedCore[]> {
  const { at, sort, stages, serial, after, limit } = asked;
  return await rows(db, at, sort, stages, serial, ...after, limit);
}
