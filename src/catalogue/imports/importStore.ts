import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { OnShelf } from "./compareWithShelf.ts";
import type { ImportRun } from "./importRun.ts";

const RUN = `import_id as "importId", supplier, format, name, source, digest, state, is_check as "isCheck",
  bytes_total as "bytesTotal", bytes_done as "bytesDone", lines_done as "linesDone", rows_new as "rowsNew",
  rows_changed as "rowsChanged", rows_same as "rowsSame", rows_refused as "rowsRefused", failure,
  begun_by as "begunBy", created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"`;

/** Opens an import. */
export const insertImport = effect(
  "insert_import",
  `insert into catalogue.import
     (import_id, supplier, format, name, source, digest, state, bytes_total, begun_by, created_at)
   values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9)`,
);

/** An import by its id. */
export const importOf = maybeOne<ImportRun>(
  "import_of",
  `select ${RUN} from catalogue.import where import_id = $1`,
);

/** Locks an import until the transaction ends. */
export const lockImport = maybeOne<ImportRun>(
  "lock_import",
  `select ${RUN} from catalogue.import where import_id = $1 for update`,
);

/** The import of this very file that was not read to its end. */
export const unfinishedFile = maybeOne<ImportRun>(
  "unfinished_import_of_file",
  `select ${RUN} from catalogue.import
    where source = 'file' and supplier = $1 and digest = $2 and is_check = $3
      and state in ('open', 'running', 'stopped')
    order by import_id desc
    limit 1`,
);

/** Another import of the supplier that is running. */
export const runningOf = maybeOne<{ readonly importId: string }>(
  "running_import_of",
  `select import_id as "importId" from catalogue.import
    where supplier = $1 and state = 'running' and import_id <> $2`,
);

/** A page of imports, the newest first, before one of them; `$2` of a supplier, `$3` in a state. */
export const pageOfImports = many<ImportRun>(
  "page_of_imports",
  `select ${RUN} from catalogue.import
    where ($1 = '' or import_id < $1)
      and ($2::text is null or supplier = $2) and ($3::text is null or state = $3)
    order by import_id desc
    limit $4`,
);

/** Starts an open import, or goes on with a stopped one. Zero: it is neither. */
export const markRunning = effect(
  "mark_import_running",
  `update catalogue.import
      set state = 'running', is_check = $2, started_at = coalesce(started_at, $3), ended_at = null
    where import_id = $1 and state in ('open', 'stopped')`,
);

/** Begins an import that was read as a check from its beginning, to be written now. */
export const beginAnew = effect(
  "begin_import_anew",
  `update catalogue.import
      set state = 'running', is_check = $2, started_at = $3, ended_at = null, bytes_done = 0, lines_done = 0,
          rows_new = 0, rows_changed = 0, rows_same = 0, rows_refused = 0
    where import_id = $1 and state in ('done', 'stopped') and is_check`,
);

/** Ends an import. Zero: it does not run. */
export const endImport = effect(
  "end_import",
  `update catalogue.import set state = $2, failure = $3, ended_at = $4
    where import_id = $1 and state in ('open', 'running')`,
);

/** Writes how far an import came with a block, which began where the last one ended. Zero: it did not. */
export const moveOn = effect(
  "move_import_on",
  `update catalogue.import
      set bytes_done = $3, lines_done = $4, rows_new = rows_new + $5, rows_changed = rows_changed + $6,
          rows_same = rows_same + $7, rows_refused = rows_refused + $8
    where import_id = $1 and bytes_done = $2 and state = 'running'`,
);

/** Adds a part behind the last one: no row when another one came first, or it is not the next. */
export const insertPart = maybeOne<{ readonly bytesTotal: number }>(
  "insert_import_part",
  `with part as (
     insert into catalogue.import_part (import_id, no, starts_at, bytes)
     select import_id, $2::integer, bytes_total, $3::bytea
       from catalogue.import as run
      where import_id = $1 and state = 'open'
        and $2::integer = 1 + (
          select count(*) from catalogue.import_part as part where part.import_id = run.import_id)
     returning import_id
   )
   update catalogue.import as run set bytes_total = bytes_total + length($3::bytea)
     from part
    where run.import_id = part.import_id
   returning bytes_total as "bytesTotal"`,
);

/** How many parts there are. */
export const countParts = one<{ readonly parts: number }>(
  "count_import_parts",
  "select count(*)::integer as parts from catalogue.import_part where import_id = $1",
);

/** The first part that ends behind this place. */
export const partBehind = maybeOne<{ readonly startsAt: number; readonly bytes: Buffer }>(
  "import_part_behind",
  `select starts_at as "startsAt", bytes from catalogue.import_part
    where import_id = $1 and starts_at + length(bytes) > $2
    order by no
    limit 1`,
);

/** Lets go of the parts of an import that ended. */
export const deleteParts = effect(
  "delete_import_parts",
  "delete from catalogue.import_part where import_id = $1",
);

/** Writes refused rows, which are a JSON list. */
export const insertRefusals = effect(
  "insert_import_refusals",
  `insert into catalogue.import_refusal (import_id, line, no, field, code, says, given)
   select $1, line, no, field, code, says, given
     from jsonb_to_recordset($2::jsonb)
       as told(line integer, no integer, field text, code text, says text, given text)
   on conflict do nothing`,
);

/** Lets go of what a check told, before the same import is read again. */
export const deleteRefusals = effect(
  "delete_import_refusals",
  "delete from catalogue.import_refusal where import_id = $1",
);

/** One thing that is wrong with one row. */
export interface ImportRefusal {
  readonly line: number;
  readonly no: number;
  readonly field: string;
  readonly code: string;
  readonly says: string;
  readonly given: string;
}

/** What is wrong, by line, behind a line and number; `$4` of one code. */
export const pageOfRefusals = many<ImportRefusal>(
  "page_of_import_refusals",
  `select line, no, field, code, says, given from catalogue.import_refusal
    where import_id = $1 and (line, no) > ($2, $3) and ($4::text is null or code = $4)
    order by line, no
    limit $5`,
);

const SHELF = `sku, supplier, supplier_key as "supplierKey", stock,
  coalesce(offer.lead_days, 0) as "leadDays", coalesce(offer.min_quantity, 1) as "minQuantity",
  coalesce(offer.multiple, 1) as multiple, coalesce(described, '') as described,
  coalesce(priced, '') as priced, 'prices' = any(kept_fields) as "keepsPrices"`;

/**
 * What the shelf has of these keys of a supplier, and under these SKUs. Of a feed that is known nearly all is
 * found by its key, and is not looked up again.
 */
export const onShelf = many<OnShelf>(
  "on_shelf",
  `with known as materialized (
     select ${SHELF} from catalogue.offer join catalogue.product using (sku)
      where supplier = $1 and supplier_key = any($2::text[])
   )
   select * from known
   union all
   select ${SHELF}
     from (select unnest($3::text[]) as sku except select sku from known) as other
     join catalogue.product using (sku)
     left join catalogue.offer using (sku)`,
);
