import { many } from "../../platform/index.ts";

/** A deadline with the clock it is read by, and the instants of those that warn before it. */
export interface DueRow {
  readonly rootId: string;
  readonly kind: string;
  readonly key: string;
  readonly dueAt: Temporal.Instant;
  readonly metAt: Temporal.Instant | null;
  readonly zone: string | null;
  readonly isDevice: boolean;
  readonly serial: string | null;
  /** Of every open deadline of the root. */
  readonly around: readonly { readonly kind: string; readonly key: string; readonly dueAt: string }[] | null;
}

/**
 * Deadlines of the kinds `$1`, open (`$2` true) or met, between `$3` and `$4`, of the root `$5`, those that
 * are due first at the top, behind `$6` to `$9`.
 */
export const listDueRows = many<DueRow>(
  "list_deadlines",
  `select d.root_id as "rootId", d.kind, d.key, d.due_at as "dueAt", d.met_at as "metAt",
          v.serial, v.device_id is not null as "isDevice",
          (select k.zone from contracts.contract k where k.device_id = d.root_id order by k.no desc limit 1)
            as zone,
          (select jsonb_agg(jsonb_build_object('kind', o.kind, 'key', o.key, 'dueAt', o.due_at))
             from platform.deadline o
            where o.root_id = d.root_id and o.met_at is null) as around
     from platform.deadline d
     left join contracts.device v on v.device_id = d.root_id
    where d.kind = any($1::text[]) and (d.met_at is null) = $2
      and ($3::timestamptz is null or d.due_at >= $3) and ($4::timestamptz is null or d.due_at < $4)
      and ($5::text is null or d.root_id = $5)
      and ($6::timestamptz is null
           or (d.due_at, d.root_id, d.kind, d.key) > ($6, $7::text, $8::text, $9::text))
    order by d.due_at, d.root_id, d.kind, d.key
    limit $10`,
);
