import { effect, many, maybeOne, one } from "../../platform/index.ts";
import type { Batch, CodeCounts } from "./batch.ts";

const BATCH = `batch_id as "batchId", programme, plan, sku, models, region, quantity, made,
  last_use_on as "useBy",
  expires_at as "expiresAt", note, state, asked_by as "askedBy", asked_at as "askedAt",
  decided_by as "decidedBy", decided_at as "decidedAt", reason, void_asked_by as "voidAskedBy",
  void_asked_at as "voidAskedAt", void_reason as "voidReason", voided_by as "voidedBy",
  voided_at as "voidedAt"`;

/** A batch; undefined when there is none. */
export const batchOf = maybeOne<Batch>(
  "batch_of",
  `select ${BATCH} from contracts.code_batch where batch_id = $1`,
);

/** Locks a batch. */
export const lockBatch = maybeOne<Batch>(
  "lock_batch",
  `select ${BATCH} from contracts.code_batch where batch_id = $1 for update`,
);

/** The newest first, before the batch `$1`; of a SKU, or in a state. */
export const pageOfBatches = many<Batch>(
  "page_of_batches",
  `select ${BATCH} from contracts.code_batch
    where ($1 = '' or batch_id < $1) and ($2::text is null or sku = $2) and ($3::text is null or state = $3)
    order by batch_id desc limit $4`,
);

/** Writes a batch that is asked for. */
export const insertBatch = one<Batch>(
  "insert_batch",
  `insert into contracts.code_batch (batch_id, programme, plan, sku, models, region, quantity, last_use_on,
                                     expires_at, note, asked_by, asked_at)
   values ($1, $2, $3, $4, $5::text[], $6, $7, $8, $9, $10, $11, $12)
   returning ${BATCH}`,
);

/** Decides a batch that is asked for. No row: it is decided. */
export const decideAsked = maybeOne<Batch>(
  "decide_asked_batch",
  `update contracts.code_batch
      set state = $2, decided_by = $3, decided_at = $4, reason = $5, version = version + 1
    where batch_id = $1 and state = 'asked'
   returning ${BATCH}`,
);

/** Notes that somebody wants a released batch taken out of use; nulls take that back. */
export const noteVoidAsked = maybeOne<Batch>(
  "note_void_asked",
  `update contracts.code_batch
      set void_asked_by = $2, void_asked_at = $3, void_reason = $4, version = version + 1
    where batch_id = $1 and state = 'released'
   returning ${BATCH}`,
);

/** Takes a released batch out of use, for the reason that was asked with, else for `$4`. */
export const voidReleased = maybeOne<Batch>(
  "void_released_batch",
  `update contracts.code_batch
      set state = 'voided', voided_by = $2, voided_at = $3, void_asked_by = coalesce(void_asked_by, $2),
          void_asked_at = coalesce(void_asked_at, $3), void_reason = coalesce(void_reason, $4),
          version = version + 1
    where batch_id = $1 and state = 'released'
   returning ${BATCH}`,
);

/** Released before this and not made to the end. */
export const unfinishedBatches = many<{ readonly batchId: string }>(
  "unfinished_batches",
  `select batch_id as "batchId" from contracts.code_batch
    where state = 'released' and made < quantity and decided_at < $1`,
);

/**
 * Brings a released batch from `$6` codes to `$7`, and writes these. None: it has another count by now, so
 * somebody else made this piece, or it is out of use.
 */
export const makePiece = effect(
  "make_piece_of_batch",
  `with piece as (
     update contracts.code_batch set made = $7, version = version + 1
      where batch_id = $5 and made = $6 and state = 'released'
     returning programme, plan, sku, models, region, batch_id, last_use_on, expires_at
   )
   insert into contracts.code (code_digest, last4, sealed, pepper_version, programme, plan, sku, models,
                               region, state, batch_id, last_use_on, expires_at)
   select made.*, $4, programme, plan, sku, models, region, 'stock', batch_id, last_use_on, expires_at
     from piece, unnest($1::bytea[], $2::text[], $3::bytea[]) as made(digest, last4, sealed)`,
);

/** How many codes of a batch are in which state. */
export const countsOfBatch = one<CodeCounts>(
  "counts_of_batch",
  `select count(*) filter (where state = 'stock')::integer as stock,
          count(*) filter (where state = 'stock' and order_id is not null)::integer as held,
          count(*) filter (where state = 'sold' and delivered_at is null)::integer as sold,
          count(*) filter (where state = 'sold' and delivered_at is not null)::integer as delivered,
          count(*) filter (where state = 'redeemed')::integer as redeemed,
          count(*) filter (where state = 'void')::integer as void,
          count(*) filter (where state = 'expired')::integer as expired
     from contracts.code where batch_id = $1`,
);

/**
 * Takes every code of a batch that was not used out of use; what an order held is let go. Codes that were out
 * of use for another reason never come back. Answers how many it took.
 */
export const voidCodesOfBatch = effect(
  "void_codes_of_batch",
  `update contracts.code
      set state = 'void', voided_for = 'stolen', version = version + 1,
          order_id = case when state = 'stock' then null else order_id end,
          line_no = case when state = 'stock' then null else line_no end
    where batch_id = $1
      and (state in ('stock', 'sold') or voided_for in ('returned', 'disputed') and replaced_by is null)`,
);
