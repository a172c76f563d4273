import { many } from "../../platform/index.ts";
import type { Refund } from "../refunds/index.ts";
import { isFor, REFUND } from "../refunds/index.ts";

/**
 * A page of refunds: `$1` to `$7` filter, null for any; `$8` to `$10` is the place after which it begins;
 * `$11` its length; `$12` what they are for, null for anything.
 */
const FILTER = `($1::text is null or state = $1) and ($2::text is null or kind = $2)
  and ($3::text is null or means = $3)
  and ($4::timestamptz is null or due_at < $4) and ($5::text is null or currency = $5)
  and ($6::bigint is null or amount_minor >= $6) and ($7::text is null or subject = $7)
  and ${isFor("$12")}`;

/** Refunds without a day come last. */
const DUE = "coalesce(due_at, timestamptz '9999-12-31T00:00:00Z')";

/** The newest request first. */
export const refundsByRequest = many<Refund>(
  "refunds_by_request",
  `select ${REFUND} from money.refund
    where ${FILTER}
      and ($8::timestamptz is null or requested_at < $8 or (requested_at = $8 and (root_id, no) > ($9, $10)))
    order by requested_at desc, root_id, no
    limit $11`,
);

/** The one that is due first, first. */
export const refundsByDue = many<Refund>(
  "refunds_by_due",
  `select ${REFUND} from money.refund
    where ${FILTER} and ($8::timestamptz is null or (${DUE}, root_id, no) > ($8, $9, $10))
    order by ${DUE}, root_id, no
    limit $11`,
);

/** The largest amount first, in the minor units of whatever currency. */
export const refundsByAmount = many<Refund>(
  "refunds_by_amount",
  `select ${REFUND} from money.refund
    where ${FILTER}
      and ($8::bigint is null or amount_minor < $8 or (amount_minor = $8 and (root_id, no) > ($9, $10)))
    order by amount_minor desc, root_id, no
    limit $11`,
);
