import type { Device } from "../contracts/index.ts";
import { many, maybeOne } from "../platform/index.ts";
import type { Claim } from "./claim.ts";
import { QUESTION } from "./questions/questionStore.ts";

/** What became of the old device of an advance exchange `c`. */
export const CORE = `(select r.state from claims.core_return r
    where r.device_id = c.device_id and r.claim_no = c.no)`;

/** The columns of a claim `c` but for what it was decided by, which is most of it. */
const STANDING = `c.device_id as "deviceId", c.no, c.contract_no as "contractNo", c.serial, c.state,
  c.channel, c.wants, c.region, c.currency, c.incident, c.findings, c.returned_parts as "returnedParts",
  c.reporter_id as "reporterId", c.choices, c.route,
  c.fee_minor as "feeMinor", c.charge_no as "chargeNo", c.hold_no as "holdNo", ${CORE} as core,
  c.appeal, c.waived_minor as "waivedMinor", ${QUESTION} as question,
  c.opened_at as "openedAt", c.closed_at as "closedAt"`;

/** What a claim was decided by. */
export type Decided = Pick<Claim, "receipt" | "found" | "combined">;

/** The columns of a claim `c`. */
export const CLAIM = `${STANDING}, c.receipt, c.found, c.combined`;

/**
 * A claim with the deadline that stands over it, who holds the contract, and what the device is and wears
 * now.
 */
export interface ClaimRow extends Claim {
  readonly dueAt: Temporal.Instant | null;
  readonly holderId: string | null;
  /** Whether we know where its unit goes back to. */
  readonly hasAddress: boolean;
  /** The country it goes back to, where we know it: the tax of its fee is of there. */
  readonly country?: string | null;
  /** Of its contract; without one that of the device's region, as its newest contract has it. */
  readonly zone: string;
  /** The payment of its contract is disputed: what goes out is for a person to decide. */
  readonly isDisputed: boolean;
  readonly device: Pick<Device, "deviceId" | "serial" | "model" | "nextSerial" | "nextMoves">;
}

/**
 * The deadline that stands over a claim `c`: while its old device is awaited, that one.
 * Whether it is met is asked last: by the index of all that stand open, every one of them would be looked
 * through.
 */
export const DUE = `coalesce((select r.due_at from claims.core_return r
    where r.device_id = c.device_id and r.claim_no = c.no and r.state = 'awaited'),
  (select min(due_at) filter (where d.met_at is null) from platform.deadline d
    where d.root_id = c.device_id and d.key = c.no::text
      and d.kind in ('report_lapses', 'payment_lapses', 'claim_closes', 'appeal_due', 'question_lapses')))`;

/** What stands around a claim `c`. */
export const AROUND = `${DUE} as "dueAt",
  (select k.holder_id from contracts.contract k
    where k.device_id = c.device_id and k.no = c.contract_no
      and (k.held_from is null or k.held_from <= c.opened_at)) as "holderId",
  exists (select from identity.person p
    where p.person_id = c.reporter_id and p.address is not null) as "hasAddress",
  (select p.country from identity.person p where p.person_id = c.reporter_id) as country,
  coalesce((select k.zone from contracts.contract k
    where k.device_id = c.device_id and (k.no = c.contract_no or c.contract_no is null)
    order by k.no desc limit 1), 'UTC') as zone,
  exists (select from contracts.contract k
    where k.device_id = c.device_id and k.no = c.contract_no and k.state = 'suspended') as "isDisputed",
  (select jsonb_build_object('deviceId', d.device_id, 'serial', d.serial, 'model', d.model,
                             'nextSerial', d.next_serial, 'nextMoves', d.next_moves)
     from contracts.device d where d.device_id = c.device_id) as device`;

/** A claim by its device and number. */
export const claimByNo = maybeOne<ClaimRow>(
  "claim_by_no",
  `select ${CLAIM}, ${AROUND} from claims.claim c where c.device_id = $1 and c.no = $2`,
);

/** The claims of one device, newest first. */
export const claimsOfDevice = many<ClaimRow>(
  "claims_of_device",
  `select ${CLAIM}, ${AROUND} from claims.claim c where c.device_id = $1 order by c.no desc`,
);

/** The claims of these devices and numbers, pairwise; of those that are there, in no order. */
export const claimsByNo = many<ClaimRow>(
  "claims_by_no",
  `select ${CLAIM}, ${AROUND}
     from unnest($1::text[], $2::integer[]) as named(device_id, no)
     join claims.claim c on c.device_id = named.device_id and c.no = named.no`,
);

/**
 * Opens a claim with the next number, keeps the decision it was opened with, and forgets the drafts of its
 * report. No row: the device has an open claim already. `$12` is who reported it.
 */
export const insertClaim = maybeOne<{ no: number; drafts: readonly number[] }>(
  "insert_claim",
  `with opened as (
   insert into claims.claim (device_id, no, contract_no, serial, state, channel, wants, region, currency,
                             incident, reporter_id, receipt, opened_at)
   select $1, coalesce(max(no), 0) + 1, $2, $3, 'reported', $4, $5, $6, $7, $8, $9, $10, $11
     from claims.claim
    where device_id = $1
   having count(*) filter (where state not in ('closed', 'cancelled')) = 0
   returning device_id, no, receipt, opened_at
   ), decided as (
     insert into claims.decision (device_id, claim_no, no, receipt, at, actor)
     select device_id, no, 1, receipt, opened_at, $12 from opened
   ), sent as (
     delete from claims.report_draft d using opened o where d.device_id = $1 and o.device_id = $1
     returning d.no
   )
   select no, (select coalesce(array_agg(s.no), '{}') from sent s) as drafts from opened`,
);

/** What was known to be odd of a case when it was decided: kept with the decision, whatever it came to. */
const SIGNALS_KNOWN = `(select json_agg(json_build_object('no', s.no, 'kind', s.kind, 'weight', s.weight)
                                       order by s.no)
     from claims.signal s where s.device_id = $1 and s.claim_no = $2)`;

/** What a step brings with it; null leaves a column as it is. While an appeal is asked nothing moves. */
const MOVE = `update claims.claim c
      set state = $4, version = version + 1,
          findings = coalesce($5, c.findings),
          returned_parts = coalesce($6, c.returned_parts),
          choices = coalesce($7, c.choices),
          route = coalesce($8, c.route),
          fee_minor = coalesce($9, c.fee_minor),
          charge_no = coalesce($10, c.charge_no),
          closed_at = coalesce($11, c.closed_at),
          reporter_id = coalesce($12, c.reporter_id),
          hold_no = coalesce($13, c.hold_no)`;
const IS_DUE = `c.device_id = $1 and c.no = $2 and c.state = any($3) and c.appeal is distinct from 'asked'`;

/**
 * The guarded transition: moves a claim on if it is still in one of the states `$3`. No row: somebody was
 * faster, or the step is not due.
 */
export const moveClaimRow = maybeOne<Omit<Claim, keyof Decided>>(
  "move_claim",
  `${MOVE} where ${IS_DUE} returning ${STANDING}`,
);

/**
 * The same where the case is decided anew: the receipt `$14` is kept as a decision at `$15` by `$16`, with
 * each finding `$17` and their combination `$18` where there are several.
 */
export const moveDecidedClaimRow = maybeOne<Omit<Claim, keyof Decided>>(
  "move_decided_claim",
  `with moved as (
   ${MOVE}, receipt = $14, found = $17::json, combined = $18::json
    where ${IS_DUE}
   returning c.*
   ), decided as (
     insert into claims.decision (device_id, claim_no, no, receipt, at, actor, found, combined, signals)
     select device_id, no, (select coalesce(max(d.no), 0) + 1 from claims.decision d
                             where d.device_id = $1 and d.claim_no = $2), $14, $15, $16, $17, $18,
            ${SIGNALS_KNOWN}
       from moved
   )
   select ${STANDING} from moved c`,
);

/**
 * Another channel `$4` for a claim that is still reported and of the channel `$3`, with the receipt `$5` that
 * follows, kept as a decision at `$6` by `$7`. `sendBy` is until when it was to be sent. No row: somebody was
 * faster.
 */
export const switchClaimChannel = maybeOne<Claim & { readonly sendBy: Temporal.Instant | null }>(
  "switch_claim_channel",
  `with moved as (
   update claims.claim c set channel = $4, receipt = $5, version = version + 1
    where c.device_id = $1 and c.no = $2 and c.channel = $3 and c.state = 'reported'
      and c.appeal is distinct from 'asked'
   returning c.*
   ), decided as (
     insert into claims.decision (device_id, claim_no, no, receipt, at, actor)
     select device_id, no, (select coalesce(max(d.no), 0) + 1 from claims.decision d
                             where d.device_id = $1 and d.claim_no = $2), $5, $6, $7
       from moved
   )
   select ${CLAIM},
          (select due_at from platform.deadline d
            where d.root_id = $1 and d.kind = 'report_lapses' and d.key = c.no::text
              and d.met_at is null) as "sendBy"
     from moved c`,
);
