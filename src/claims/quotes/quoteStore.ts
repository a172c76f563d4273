import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Quote } from "./quote.ts";

const QUOTE = `no, currency, lines, net_minor as "netMinor", tax_minor as "taxMinor",
  total_minor as "totalMinor", repair_minor as "repairMinor", made_at as "madeAt",
  valid_until as "validUntil", accepted_at as "acceptedAt"`;

/** The quotes of a case, oldest first. */
export const quotesOfClaim = many<Quote>(
  "quotes_of_claim",
  `select ${QUOTE} from claims.quote where device_id = $1 and claim_no = $2 order by no`,
);

/** A quote by its number. */
export const quoteByNo = maybeOne<Quote>(
  "quote_by_no",
  `select ${QUOTE} from claims.quote where device_id = $1 and claim_no = $2 and no = $3`,
);

/** Writes the next quote of a case whose device is locked; `$3` is its number. */
export const insertQuote = effect(
  "insert_quote",
  `insert into claims.quote (device_id, claim_no, no, currency, lines, net_minor, tax_minor, total_minor,
                             repair_minor, made_at, valid_until, actor)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

/** A quote that was not accepted goes on until `$4`: time stood still for its case. */
export const extendQuote = effect(
  "extend_quote",
  `update claims.quote set valid_until = $4
    where device_id = $1 and claim_no = $2 and no = $3 and accepted_at is null`,
);

/**
 * Accepts a quote at `$4` for a charge `$7` of `$5` minor units of `$6`. Its checks refuse another sum and a
 * moment after its end. No row: it was accepted, or another one of the case was.
 */
export const acceptQuote = maybeOne<{ readonly no: number }>(
  "accept_quote",
  `update claims.quote
      set accepted_at = $4, accepted_minor = $5, accepted_currency = $6, charge_no = $7
    where device_id = $1 and claim_no = $2 and no = $3 and accepted_at is null
      and no = (select max(q.no) from claims.quote q where q.device_id = $1 and q.claim_no = $2)
   returning no`,
);
