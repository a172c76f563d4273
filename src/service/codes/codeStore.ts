import { heldRows } from "../../catalogue/index.ts";
import { effect, many } from "../../platform/index.ts";
import type { BenchCode } from "./code.ts";

const CODE = `kind, family, code, title, facts, retired_at as "retiredAt"`;

/** Codes change seldom; those in use are held in the process. */
export const heldCodes = heldRows(
  many<BenchCode>(
    "bench_codes",
    `select ${CODE} from service.bench_code where retired_at is null
      order by kind, family <> '*', family, code`,
  ),
);

/** A page of codes in use behind `$1`, `$2`, `$3`; of a kind, of these families, with these words. */
export const pageOfCodes = many<BenchCode>(
  "page_of_bench_codes",
  `select ${CODE} from service.bench_code
    where retired_at is null
      and ($1::text is null or (kind, family, code) > ($1, $2::text, $3::text))
      and ($4::text is null or kind = $4) and ($5::text[] is null or family = any($5))
      and ($6::text is null or strpos(lower(code || ' ' || title), $6) > 0)
    order by kind, family, code
    limit $7`,
);

/** Writes codes, a JSON list, and takes those back into use that were retired. */
export const writeCodes = effect(
  "write_bench_codes",
  `insert into service.bench_code (kind, family, code, title, facts)
   select given ->> 'kind', given ->> 'family', given ->> 'code', given ->> 'title', given -> 'facts'
     from jsonb_array_elements($1::jsonb) as given
   on conflict (kind, family, code)
   do update set title = excluded.title, facts = excluded.facts, retired_at = null`,
);

/** Retires at `$2` what the list has left out of the kinds and families it speaks of. */
export const retireCodes = effect(
  "retire_bench_codes",
  `update service.bench_code as c set retired_at = $2
    where retired_at is null
      and exists (select from jsonb_array_elements($1::jsonb) as given
                   where given ->> 'kind' = c.kind and given ->> 'family' = c.family)
      and not exists (select from jsonb_array_elements($1::jsonb) as given
                       where given ->> 'kind' = c.kind and given ->> 'family' = c.family
                         and given ->> 'code' = c.code)`,
);
