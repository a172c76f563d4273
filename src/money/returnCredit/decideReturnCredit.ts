import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** Whether money that came to our bank may be sent back: only what is nobody's. Pure. */
export function decideReturnCredit({ state }: { readonly state: string }): Decision<"return"> {
  switch (state) {
    case "unallocated":
      return accepted("return");
    case "assigned":
      return refuse("credit_assigned");
    case "paid_out":
      return refuse("credit_paid_out");
    default:
      return refuse("credit_returned");
  }
}
