export {
  type CustomerGroup,
  CustomerGroupSchema,
  customerGroupView,
  GROUP_NAME,
} from "./customerGroup.ts";
export { allCustomerGroups, insertCustomerGroup } from "./customerGroupStore.ts";
export { groupChain, heldCustomerGroups } from "./groupChain.ts";
export { listCustomerGroups } from "./listCustomerGroups.ts";
