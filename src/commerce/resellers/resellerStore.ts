import { many, maybeOne } from "../../platform/index.ts";
import type { Reseller } from "./reseller.ts";

const RESELLER = `reseller_id as "resellerId", name, email, country, vat_id as "vatId",
  customer_group as "customerGroup", regions, currency, credit_minor as "creditMinor",
  invoice_days as "invoiceDays", delivery_hours as "deliveryHours", begins_on as "beginsOn",
  ends_on as "endsOn", state, created_at as "createdAt", version`;

/** A reseller by its bare id. */
export const resellerOf = maybeOne<Reseller>(
  "reseller_of",
  `select ${RESELLER} from commerce.reseller where reseller_id = $1`,
);

/** Locks a reseller until the transaction ends. */
export const lockReseller = maybeOne<Reseller>(
  "lock_reseller",
  `select ${RESELLER} from commerce.reseller where reseller_id = $1 for update`,
);

/** A page of resellers by name, after one; those in one state, or whose name has some words in it. */
export const pageOfResellers = many<Reseller>(
  "page_of_resellers",
  `select ${RESELLER} from commerce.reseller
    where ($1::text is null or (name, reseller_id) > ($1, $2))
      and ($3::text is null or state = $3)
      and ($4::text is null or strpos(lower(name), lower($4)) > 0)
      and ($5::text is null or reseller_id = $5)
    order by name, reseller_id
    limit $6`,
);
