import { many, maybeOne, one, type Queryable } from "../../platform/index.ts";
import type { Dispute } from "./dispute.ts";

/** The columns of a dispute. */
export const DISPUTE = `root_id as "rootId", no, charge_no as "chargeNo", provider,
  provider_ref as "providerRef",
  amount_minor as "amountMinor", currency, fee_minor as "feeMinor", reason, state, opened_at as "openedAt",
  answer_until as "answerBy", closed_at as "closedAt", settled_at as "settledAt"`;

/** One dispute. */
export const disputeOf: (db: Queryable, rootId: unknown, no: unknown) => Promise<Dispute | undefined> =
  maybeOne<Dispute>("dispute_of", `select ${DISPUTE} from money.dispute where root_id = $1 and no = $2`);

/** The dispute a provider calls so. */
export const disputeNamed = maybeOne<Dispute>(
  "dispute_named",
  `select ${DISPUTE} from money.dispute where root_id = $1 and provider = $2 and provider_ref = $3`,
);

/** How much of a charge other disputes than the one called so took, won ones apart. */
export const otherDisputes = one<{ amountMinor: number }>(
  "other_disputes",
  `select coalesce(sum(amount_minor), 0)::bigint as "amountMinor" from money.dispute
    where root_id = $1 and charge_no = $2 and state <> 'won' and provider_ref <> $3`,
);

/** Opens a dispute under the lock of its root. */
export const insertDispute = one<Dispute>(
  "insert_dispute",
  `insert into money.dispute (root_id, no, charge_no, provider, provider_ref, amount_minor, currency,
    reason, state,
                              opened_at, answer_until)
   select $1::text, 1 + coalesce((select max(no) from money.dispute where root_id = $1), 0), $2, $3, $4,
     $5, $6, $7,
          'opened', $8, $9
   returning ${DISPUTE}`,
);

/** Closes an open dispute. No row: it was closed before. */
export const closeDispute = maybeOne<Dispute>(
  "close_dispute",
  `update money.dispute set state = $3, fee_minor = $4, closed_at = $5, version = version + 1
    where root_id = $1 and no = $2 and state = 'opened'
   returning ${DISPUTE}`,
);

/** Notes that the plans of a lost dispute were given up. No row: that was done before. */
export const settleDispute = maybeOne<Dispute>(
  "settle_dispute",
  `update money.dispute set settled_at = $3, version = version + 1
    where root_id = $1 and no = $2 and state = 'lost' and settled_at is null
   returning ${DISPUTE}`,
);

/** The charge that a provider's payment was for. */
export const chargeOfPayment = maybeOne<{ rootId: string; chargeNo: number }>(
  "charge_of_payment",
  `select root_id as "rootId", about_no as "chargeNo" from money.provider_ref
    where provider = $1 and provider_ref = $2 and about = 'charge'`,
);

/** Lost disputes whose plans were not given up by now. */
export const lostUnsettled = many<{ readonly rootId: string; readonly disputeNo: number }>(
  "lost_unsettled",
  `select root_id as "rootId", no as "disputeNo" from money.dispute
    where state = 'lost' and settled_at is null and closed_at < $1`,
);

/**
 * A page of disputes, the newest first: `$1` state, `$2` provider, `$3` to `$5` the place before, `$6` its
 * length.
 */
export const pageOfDisputes = many<Dispute>(
  "page_of_disputes",
  `select ${DISPUTE} from money.dispute
    where ($1::text is null or state = $1) and ($2::text is null or provider = $2)
      and ($3::timestamptz is null or opened_at < $3 or (opened_at = $3 and (root_id, no) > ($4, $5)))
    order by opened_at desc, root_id, no
    limit $6`,
);
