import { many } from "../platform/index.ts";

/** Claims whose fee was captured before this and which have not moved on all the same. */
export const feeNotTaken = many<{ readonly rootId: string; readonly claimNo: number }>(
  "paid_unmoved",
  `select claim.device_id as "rootId", claim.no as "claimNo"
     from claims.claim
     join money.charge on charge.root_id = claim.device_id and charge.no = claim.charge_no
    where claim.state = 'chosen' and charge.state = 'captured' and charge.closed_at < $1`,
);
