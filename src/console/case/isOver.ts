import type { Claim } from "../../client/index.ts";

/** A claim that has no next step any more. */
interface OverClaim {
  readonly state: "closed" | "cancelled";
}

/** Whether a claim has no next step any more. */
export function isOver<Some extends Pick<Claim, "state">>(claim: Some): claim is Some & OverClaim {
  return claim.state === "closed" || claim.state === "cancelled";
}
