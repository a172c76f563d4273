import { effect, many } from "../../platform/index.ts";
import type { CustomerGroup } from "./customerGroup.ts";

/** Every customer group, by its short name. They are few. */
export const allCustomerGroups = many<CustomerGroup>(
  "all_customer_groups",
  `select customer_group as "customerGroup", name, based_on as "basedOn", created_at as "createdAt"
     from catalogue.customer_group
    order by customer_group`,
);

/** Adds a customer group. Zero: there is one of its name. */
export const insertCustomerGroup = effect(
  "insert_customer_group",
  `insert into catalogue.customer_group (customer_group, name, based_on, created_at)
   values ($1, $2, $3, $4)
   on conflict do nothing`,
);
