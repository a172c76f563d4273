import { effect, many, maybeOne, one } from "../../platform/index.ts";

/**
 * Takes the first bench of `$2` that is free from `$3` to `$4` at the centre `$1`, for the appointment `$6`
 * of the device `$5`: its quarters, by their key. No row: none is free. Fewer quarters than asked for:
 * somebody else took some of it at the same moment.
 */
export const takeFreeBench = maybeOne<{ readonly bench: number; readonly quarters: number }>(
  "take_free_bench",
  `with free as (
     select wanted.bench from unnest($2::integer[]) with ordinality as wanted(bench, place)
      where not exists (select from service.bench_quarter as q
                         where q.centre_id = $1 and q.bench = wanted.bench
                           and q.starts_at >= $3 and q.starts_at < $4)
      order by wanted.place
      limit 1
   ), taken as (
     insert into service.bench_quarter (centre_id, bench, starts_at, device_id, appointment_no)
     select $1, free.bench, quarter, $5, $6
       from free, generate_series($3::timestamptz, $4::timestamptz - interval '1 second',
                                  interval '15 minutes') as quarter
     on conflict do nothing
     returning bench
   )
   select free.bench, (select count(*)::integer from taken) as quarters from free`,
);

/** Gives back what an appointment has taken of a bench. */
export const freeBench = effect(
  "free_bench",
  `delete from service.bench_quarter
    where centre_id = $1 and bench = $2 and starts_at >= $3 and starts_at < $4
      and device_id = $5 and appointment_no = $6`,
);

/** A time at which a bench takes nobody. */
export interface Block {
  readonly blockId: string;
  readonly centreId: string;
  readonly bench: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly reason: string;
  readonly liftedAt: Temporal.Instant | null;
}

const BLOCK = `block_id as "blockId", centre_id as "centreId", bench, starts_at as "startsAt",
  ends_at as "endsAt", reason, lifted_at as "liftedAt"`;

/** Writes a block down. */
export const insertBlock = one<Block>(
  "insert_block",
  `insert into service.bench_block (block_id, centre_id, bench, starts_at, ends_at, reason, at, actor)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   returning ${BLOCK}`,
);

/** Takes a bench's quarters for a block; how many were free. */
export const takeForBlock = effect(
  "take_for_block",
  `insert into service.bench_quarter (centre_id, bench, starts_at, block_id)
   select $1, $2::integer, quarter, $5
     from generate_series($3::timestamptz, $4::timestamptz - interval '1 second', interval '15 minutes')
            as quarter
   on conflict do nothing`,
);

/** A block by its bare id. */
export const blockOf = maybeOne<Block>(
  "block_of",
  `select ${BLOCK} from service.bench_block where block_id = $1`,
);

/** Lifts a block, and gives back its quarters. No row: it was lifted. */
export const liftBlockRow = maybeOne<Block>(
  "lift_block",
  `with lifted as (
     update service.bench_block set lifted_at = $2 where block_id = $1 and lifted_at is null
     returning *
   ), freed as (
     delete from service.bench_quarter as q using lifted
      where q.centre_id = lifted.centre_id and q.bench = lifted.bench and q.starts_at >= lifted.starts_at
        and q.starts_at < lifted.ends_at and q.block_id = lifted.block_id
   )
   select ${BLOCK} from lifted`,
);

/** The blocks of a centre that touch a time. */
export const blocksBetween = many<Block>(
  "blocks_between",
  `select ${BLOCK} from service.bench_block
    where centre_id = $1 and lifted_at is null and starts_at < $3 and ends_at > $2
    order by bench, starts_at`,
);
