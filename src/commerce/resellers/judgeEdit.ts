import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import type { Reseller } from "./reseller.ts";

/** Whether a contract may be changed by somebody who read this version of it. Pure. */
export function judgeEdit(
  { state, version }: Pick<Reseller, "state" | "version">,
  read: number,
): Decision<"edit"> {
  if (state === "ended") {
    return refuse("reseller_contract_ended");
  }
  return version === read ? accepted("edit") : refuse("changed_meanwhile");
}
