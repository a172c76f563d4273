import { effect, maybeOne } from "../platform/index.ts";

/**
 * Spends one of `$3` tries that a bucket has in `$2` seconds. None: they are spent. A window starts with its
 * first try, or at `$4` when given, and what is spent comes back only with the next window. What is left of
 * the same kind of try a day later is forgotten, a hundred at a time.
 */
export const spendTry = maybeOne<{ readonly tries: number }>(
  "spend_try",
  `with given as (
     select coalesce($4::timestamptz, now()) as at
   ), forgotten as (
     delete from identity.spent_try where bucket in (
       select bucket from identity.spent_try, given
        where started_at < given.at - interval '1 day'
          and split_part(bucket, ':', 1) = split_part($1, ':', 1)
          and bucket <> $1
        limit 100 for update of spent_try skip locked)
   )
   insert into identity.spent_try as spent (bucket, started_at, tries) select $1, at, 1 from given
   on conflict (bucket) do update
      set tries = case when spent.started_at <= excluded.started_at - make_interval(secs => $2) then 1
                       else spent.tries + 1 end,
          started_at = case when spent.started_at <= excluded.started_at - make_interval(secs => $2)
                            then excluded.started_at else spent.started_at end
    where spent.tries < $3 or spent.started_at <= excluded.started_at - make_interval(secs => $2)
   returning tries`,
);

/** Gives one try back: it was not a wrong one. */
export const giveBackTry = effect(
  "give_back_try",
  "update identity.spent_try set tries = tries - 1 where bucket = $1 and tries > 0",
);

/** Seconds until a bucket's window of `$2` seconds ends. */
export const secondsLeft = maybeOne<{ readonly seconds: number }>(
  "try_seconds_left",
  `select greatest(1, ceil(extract(epoch from started_at - now()) + $2))::integer as seconds
     from identity.spent_try
    where bucket = $1`,
);
