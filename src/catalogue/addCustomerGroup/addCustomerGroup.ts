import { Type } from "typebox";
import { accepted, act, badField, shape } from "../../platform/index.ts";
import {
  allCustomerGroups,
  CustomerGroupSchema,
  customerGroupView,
  heldCustomerGroups,
  insertCustomerGroup,
} from "../customerGroups/index.ts";
import { refuse } from "../refusals.ts";
import { rootOf } from "../rootOf.ts";

const { customerGroup, name } = CustomerGroupSchema.properties;

/** POST /v1/customer-groups: adds a group that is based on one that is there. Groups never move. */
export const addCustomerGroup = act({
  route: "POST /v1/customer-groups",
  permission: "price.set",
  summary: "Adds a customer group, based on the group whose prices it pays where it has none of its own",
  body: shape({ customerGroup, name, basedOn: Type.String({ minLength: 1, maxLength: 40 }) }),
  reply: CustomerGroupSchema,
  status: 201,
  async run(tx, { customerGroup: key, name: told, basedOn }, at) {
    const groups = await allCustomerGroups(tx);
    if (!groups.some((group) => group.customerGroup === basedOn)) {
      throw badField("/basedOn", "unknown_group", `There is no customer group ${basedOn}.`);
    }
    if ((await insertCustomerGroup(tx, key, told, basedOn, at)) === 0) {
      return refuse("customer_group_exists");
    }
    tx.record(rootOf("customer_group", key), [
      { type: "CustomerGroupAdded", customerGroup: key, name: told, basedOn },
    ]);
    return accepted(customerGroupView({ customerGroup: key, name: told, basedOn, createdAt: at }));
  },
  settle: async (platform, _caller, reply) => {
    await heldCustomerGroups.readAgain({ query: platform.database.query, platform });
    return reply;
  },
});
