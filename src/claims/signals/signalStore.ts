import { effect, many, maybeOne } from "../../platform/index.ts";
import type { LookAlike, OtherCase } from "./judgeSignals.ts";
import type { Signal } from "./signal.ts";

const SIGNAL = `s.no, s.kind, s.about, s.weight, s.told, s.rests_on as "restsOn", s.raised_at as "raisedAt",
  s.seen_by as "seenBy", s.seen_at as "seenAt", s.note`;

const OTHER = `o.device_id as "deviceId", o.no, o.serial, o.state, o.route,
  (o.incident ->> 'lost' is not distinct from 'total'
     or o.incident ->> 'stolen' is not distinct from 'true') as "isGone",
  o.opened_at as "openedAt", o.closed_at as "closedAt"`;

/** The signals of a claim, in the order they were raised. */
export const signalsOfClaim = many<Signal>(
  "signals_of_claim",
  `select ${SIGNAL} from claims.signal s where s.device_id = $1 and s.claim_no = $2 order by s.no`,
);

/** Raises a signal with the next number of its claim; the same one a second time is none. */
export const insertSignal = effect(
  "insert_signal",
  `insert into claims.signal (device_id, claim_no, no, kind, about, weight, told, rests_on, raised_at)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8
     from claims.signal where device_id = $1 and claim_no = $2
   on conflict (device_id, claim_no, kind, about) do nothing`,
);

/** Somebody has looked at it. No row: it is not there, or was seen before. */
export const markSeen = maybeOne<Signal>(
  "mark_signal_seen",
  `update claims.signal s set seen_by = $4, seen_at = $5, note = $6
    where s.device_id = $1 and s.claim_no = $2 and s.no = $3 and s.seen_at is null returning ${SIGNAL}`,
);

/** Cases of a device before the one that is numbered `$2`. */
export const earlierCases = many<OtherCase>(
  "earlier_cases",
  `select ${OTHER} from claims.claim o where o.device_id = $1 and o.no < $2 order by o.no`,
);

/** Cases to which the unit `$1` came back as the old device. */
export const casesOfOldUnit = many<Pick<OtherCase, "deviceId" | "no">>(
  "cases_of_old_unit",
  `select r.device_id as "deviceId", r.claim_no as no from claims.core_return r where r.serial = $1`,
);

/**
 * Cases since `$2` of devices that one of the persons `$1` holds plans for: one of each, fifty at the most.
 */
export const casesOfPerson = many<Pick<OtherCase, "deviceId" | "no">>(
  "cases_of_person",
  `select distinct on (o.device_id) o.device_id as "deviceId", o.no
     from contracts.contract k
     join claims.claim o on o.device_id = k.device_id
    where k.holder_id = any($1) and o.opened_at >= $2
    order by o.device_id, o.no desc limit 50`,
);

/** The quarter of a look that index `$1` names. */
const QUARTERS = [
  "e.look & 65535",
  "(e.look >> 16) & 65535",
  "(e.look >> 32) & 65535",
  "(e.look >> 48) & 65535",
];

/**
 * Photos of other cases, added before, that look like a kept photo of the claim `$1`, `$2`: at most three
 * bits of sixty-four differ, so that one of four quarters is the same. Pictures of nothing look alike, and
 * are left out.
 */
export const looksAlike = many<LookAlike>(
  "looks_alike",
  `with mine as (
     select m.no, m.look, m.added_at from claims.evidence m
      where m.device_id = $1 and m.claim_no = $2 and m.state = 'kept' and m.look is not null
        and bit_count(m.look::bit(64)) between 6 and 58
   ), near as (
     ${QUARTERS.map(
       (
         quarter,
       ) => `select m.no, m.look, m.added_at, e.device_id, e.claim_no, e.no as other, e.look as other_look,
            e.added_at as other_at
       from mine m join claims.evidence e
         on e.state = 'kept' and e.claim_no is not null and e.look is not null
        and (${quarter}) = (${quarter.replaceAll("e.look", "m.look")})`,
     ).join("\n     union\n     ")}
   )
   select n.no as "evidenceNo", n.device_id as "otherDeviceId", n.claim_no as "otherClaimNo",
          n.other as "otherNo", bit_count((n.look # n.other_look)::bit(64))::integer as bits,
          (o.state = 'cancelled' or (o.state = 'closed' and o.route = 'return')) as "otherCameToNothing"
     from near n
     join claims.claim o on o.device_id = n.device_id and o.no = n.claim_no
    where (n.device_id <> $1 or n.claim_no <> $2)
      and (n.other_at, n.device_id, n.claim_no) < (n.added_at, $1::text, $2::integer)
      and bit_count((n.look # n.other_look)::bit(64)) <= 3
    order by bits, n.other_at limit 20`,
);
