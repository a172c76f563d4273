import { page, read, shape } from "../../platform/index.ts";
import { CustomerGroupSchema, customerGroupView } from "./customerGroup.ts";
import { allCustomerGroups } from "./customerGroupStore.ts";

/** GET /v1/customer-groups: who pays which prices. They are few, so they are one page. */
export const listCustomerGroups = read({
  route: "GET /v1/customer-groups",
  permission: "price.read",
  summary: "Lists the customer groups, each with the group whose prices it pays where it has none of its own",
  query: shape({}),
  reply: page(CustomerGroupSchema),
  csv: true,
  run: async (db) => ({ data: (await allCustomerGroups(db)).map(customerGroupView), nextCursor: null }),
});
