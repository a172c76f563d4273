import { accepted, type Decision } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { refuse } from "../refusals.ts";

/** What sending back costs again, in minor units; what was paid or chosen for nothing stays so. Pure. */
export function decideTakeBackWaiver({
  state,
  waivedMinor = null,
  appeal,
}: Pick<Claim, "state" | "waivedMinor" | "appeal">): Decision<{ readonly costsMinor: number }> {
  if (appeal === "asked") {
    return refuse("appeal_open");
  }
  if (state !== "received" && state !== "inspected") {
    return refuse("claim_not_at_this_step");
  }
  return waivedMinor === null ? refuse("nothing_waived") : accepted({ costsMinor: waivedMinor });
}
