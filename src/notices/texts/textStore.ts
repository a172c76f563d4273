import { many, maybeOne } from "../../platform/index.ts";

/** A version of a wording; without a subject the code's own counts again. */
export interface TextRow {
  readonly template: string;
  readonly language: string;
  readonly version: number;
  readonly subject: string | null;
  readonly body: string | null;
  readonly setAt: Temporal.Instant;
  readonly setBy: string;
}

const TEXT = `t.template, t.language, t.version, t.subject, t.body, t.set_at as "setAt", t.set_by as "setBy"`;

/** The newest version of every wording. */
export const textsNow = many<TextRow>(
  "texts_now",
  `select distinct on (t.template, t.language) ${TEXT}
     from notices.text t order by t.template, t.language, t.version desc`,
);

/** The newest wordings of these templates. */
export const textsOf = many<TextRow>(
  "texts_of",
  `select distinct on (t.template, t.language) ${TEXT}
     from notices.text t where t.template = any($1::text[])
    order by t.template, t.language, t.version desc`,
);

/** The version after `$3`. No row: somebody was faster. */
export const insertText = maybeOne<TextRow>(
  "insert_text",
  `insert into notices.text as t (template, language, version, subject, body, set_at, set_by)
   select $1, $2, $3::integer + 1, $4, $5, $6, $7
    where $3 = (select coalesce(max(o.version), 0) from notices.text o
                 where o.template = $1 and o.language = $2)
   on conflict do nothing
   returning ${TEXT}`,
);

/** The last event of a type of a device that names a claim. */
export const lastEventOf = maybeOne<{ readonly body: Readonly<Record<string, unknown>> }>(
  "last_event_of_claim",
  `select body from platform.event
    where root_id = $1 and type = $2 and (body -> 'claimNo') = to_jsonb($3::integer)
    order by seq desc limit 1`,
);
