import { BRINGS } from "../../claims/index.ts";
import { effect, many, maybeOne } from "../../platform/index.ts";
import type { SpareUnit } from "./spareUnit.ts";
import { UNIT } from "./unitStore.ts";

/**
 * Sets a free unit aside: the best of the wishes `$1` (model, grade, rank) in the region `$2`, at the centre
 * `$3` first, the one that came first. Units that somebody else is taking are passed over, not waited for.
 * Never
 * one that came in with the case itself, `$4` and `$5`. No row: none is free.
 */
export const takeFreeUnit = maybeOne<SpareUnit & { readonly rank: number }>(
  "take_free_unit",
  `with free as (
     select u.serial, w.rank
       from jsonb_to_recordset($1::jsonb) as w(model text, grade text, rank integer)
       join service.spare_unit u on u.model = w.model and u.grade = w.grade
      where u.region = $2 and u.state = 'available'
        and (u.from_device is distinct from $4 or u.from_claim is distinct from $5::integer)
      order by w.rank, (u.centre_id is distinct from $3), u.came_at, u.serial
      limit 1
        for update of u skip locked
   ), taken as (
     update service.spare_unit u
        set state = 'reserved', for_device = $4, for_claim = $5, last_move = last_move + 1
       from free where u.serial = free.serial
     returning u.*, free.rank
   ), moved as (
     insert into service.stock_move (serial, no, cause, delta, present, state, model, region, grade,
                                     centre_id, shelf, at, actor)
     select serial, last_move, 'reserved/clm_' || $4 || '_' || $5::integer || '/' || last_move, 0, 1, state,
            model, region, grade, centre_id, shelf, $6, $7
       from taken
   )
   select ${UNIT}, u.rank from taken u`,
);

/** A case that waits for a unit. */
export interface WaitingCase {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly serial: string;
  readonly model: string;
  readonly region: string;
  readonly channel: string;
  readonly openedAt: Temporal.Instant;
  readonly centreId: string | null;
}

const WAITING = `select c.device_id as "deviceId", c.no as "claimNo", c.serial, d.model, c.region, c.channel,
         c.opened_at as "openedAt",
         (select g.centre_id from service.designation g
           where g.device_id = c.device_id and g.claim_no = c.no) as "centreId"
    from claims.claim c
    join contracts.device d on d.device_id = c.device_id
   where c.state = 'paid' and (${BRINGS})
     and not exists (select from service.reservation r
                      where r.device_id = c.device_id and r.claim_no = c.no)`;

/** A page of the cases that wait for a unit, oldest first, behind an instant and a claim. */
export const pageOfWaiting = many<WaitingCase>(
  "page_of_waiting",
  `${WAITING}
     and ($1::timestamptz is null or (c.opened_at, c.device_id, c.no) > ($1, $2, $3::integer))
     and ($4::text is null or d.model = $4) and ($5::text is null or c.region = $5)
   order by c.opened_at, c.device_id, c.no
   limit $6`,
);

/** Those of them for which a unit might be free, oldest first. */
export const servableCases = many<WaitingCase>(
  "servable_cases",
  `${WAITING}
     and exists (select from service.spare_unit u
                  where u.state = 'available' and u.region = c.region
                    and (u.model = d.model or u.model in (
                      select s.successor from service.successor s where s.model = d.model)))
     and not exists (select from contracts.contract k
                      where k.device_id = c.device_id and k.no = c.contract_no and k.state = 'suspended')
   order by c.opened_at, c.device_id, c.no
   limit $1`,
);

/** When a case was reported, of one that may be waiting no more: where a page goes on. */
export const reportedAt = maybeOne<{ readonly openedAt: Temporal.Instant }>(
  "claim_reported_at",
  `select opened_at as "openedAt" from claims.claim where device_id = $1 and no = $2`,
);

/** What may be given in place of a model where there is none of it, the first to be given first. */
export const successorsOf = many<{ readonly successor: string }>(
  "successors_of",
  "select successor from service.successor where model = $1 order by rank, successor",
);

/** All of them. */
export const allSuccessors = many<{ readonly model: string; readonly successor: string }>(
  "all_successors",
  "select model, successor from service.successor order by model, rank, successor",
);

export const dropSuccessors = effect("drop_successors", "delete from service.successor where model = $1");

export const insertSuccessors = effect(
  "insert_successors",
  `insert into service.successor (model, successor, rank)
   select $1, successor, place from unnest($2::text[]) with ordinality as given(successor, place)`,
);

/** The centre a case goes to, where one is kept. */
export const goesTo = maybeOne<{ readonly centreId: string }>(
  "claim_goes_to",
  `select centre_id as "centreId" from service.designation where device_id = $1 and claim_no = $2`,
);

/** What the books say of places: as many units as the sum of what came and went. */
export const stockLevels = many<{
  readonly model: string;
  readonly region: string;
  readonly grade: string;
  readonly centreId: string | null;
  readonly shelf: string;
  readonly level: number;
  readonly free: number;
}>(
  "stock_levels",
  `with level as (
     select model, region, grade, centre_id, shelf, sum(delta)::integer as level
       from service.stock_move
      where ($1::text is null or model = $1) and ($2::text is null or region = $2)
        and ($3::text is null or grade = $3) and ($4::text is null or centre_id = $4)
      group by model, region, grade, centre_id, shelf
     having sum(delta) <> 0)
   select l.model, l.region, l.grade, l.centre_id as "centreId", l.shelf, l.level,
          (select count(*)::integer from service.spare_unit u
            where u.state = 'available' and u.model = l.model and u.region = l.region and u.grade = l.grade
              and u.centre_id is not distinct from l.centre_id and u.shelf = l.shelf) as free
     from level l
    order by l.model, l.region, l.grade, l.centre_id nulls first, l.shelf`,
);
