import { many, maybeOne } from "../../platform/index.ts";
import type { WarrantyRule } from "./warrantyRule.ts";

const RULE = `scope, region, component, begins_on as "validFrom", months, shipped_days as "shippedDays",
  made_days as "madeDays", replacement_days as "replacementDays", begins_by as "beginsBy", version,
  set_at as "setAt", set_by as "setBy"`;

/** All rules there are. */
export const allRules = many<WarrantyRule>(
  "warranty_rules",
  `select ${RULE} from contracts.warranty_rule order by scope, region, component, begins_on`,
);

/**
 * A page of rules behind a key; in a scope, of a component, of what is in force on a day, each null for all.
 */
export const pageOfRules = many<WarrantyRule>(
  "page_of_warranty_rules",
  `select ${RULE} from contracts.warranty_rule as r
    where ($1 = '' or (scope || ' ' || region || ' ' || component || ' ' || begins_on) > $1)
      and ($2 = '' or position(lower($2) in scope || ' ' || lower(region)) > 0)
      and ($3::text is null or component = $3)
      and ($4::date is null or begins_on <= $4 and not exists (
        select from contracts.warranty_rule as n
         where n.scope = r.scope and n.region = r.region and n.component = r.component
           and n.begins_on > r.begins_on and n.begins_on <= $4))
    order by scope || ' ' || region || ' ' || component || ' ' || begins_on
    limit $5`,
);

/** Sets a rule; where `$11` is null it begins as before. No row: it says that already. */
export const setRule = maybeOne<{ readonly version: number }>(
  "set_warranty_rule",
  `insert into contracts.warranty_rule as r
     (scope, region, component, begins_on, months, shipped_days, made_days, replacement_days, set_at, set_by,
      begins_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, 'told'))
   on conflict (scope, region, component, begins_on) do update
      set months = excluded.months, shipped_days = excluded.shipped_days, made_days = excluded.made_days,
          replacement_days = excluded.replacement_days, version = r.version + 1, set_at = excluded.set_at,
          set_by = excluded.set_by, begins_by = coalesce($11, r.begins_by)
    where (r.months, r.shipped_days, r.made_days, r.replacement_days, r.begins_by) is distinct from
          (excluded.months, excluded.shipped_days, excluded.made_days, excluded.replacement_days,
           coalesce($11, r.begins_by))
   returning version`,
);
