import { type Static, Type } from "typebox";
import { Instant, shape } from "../platform/index.ts";
import { advanceOf } from "./advance.ts";
import type { Claim } from "./claim.ts";
import { isGone } from "./incident.ts";
import { bringsUnit } from "./usesOfCase.ts";

/** What whoever has the ball does next. */
export const nextSteps = [
  ...(["send", "send_rest", "inspect", "choose", "pay"] as const),
  ...(["analyse", "review", "answer"] as const),
  ...(["replace", "ship", "arrive", "send_back", "none"] as const),
];

/** Who has the ball: the owner, the service centre, the carrier, or nobody because it is over. */
export const NextStepShape = shape({
  who: Type.Enum(["owner", "centre", "carrier", "nobody"]),
  what: Type.Enum([...nextSteps]),
  by: Type.Optional(Instant),
});
export type NextStep = Static<typeof NextStepShape>;

type Stepping = Pick<Claim, "state" | "route" | "receipt"> &
  Partial<Pick<Claim, "core" | "choices" | "appeal" | "incident" | "question">>;

/** The one next step of a claim. `dueAt` is the deadline that stands over it, when there is one. */
export function nextStepOf(claim: Stepping, dueAt?: Temporal.Instant): NextStep {
  return { ...stepOf(claim), ...(dueAt === undefined ? {} : { by: dueAt.toString() }) };
}

function stepOf(claim: Stepping): NextStep {
  const { state, route, receipt, core, choices = null, appeal } = claim;
  if (appeal === "asked") {
    return { who: "centre", what: "review" };
  }
  if (claim.question) {
    return { who: "owner", what: "answer" };
  }
  switch (state) {
    case "reported":
      return firstStepOf(claim);
    case "received":
      return receipt.outcome === "hold"
        ? { who: "owner", what: "send_rest" }
        : { who: "centre", what: "inspect" };
    case "inspected":
      return { who: "owner", what: "choose" };
    case "chosen":
      return { who: "owner", what: "pay" };
    case "paid":
      return { who: "centre", what: bringsUnit({ route, choices }) ? "replace" : "ship" };
    case "replaced":
      return { who: "centre", what: "ship" };
    case "shipped":
      return core === "awaited" ? { who: "owner", what: "send_back" } : { who: "carrier", what: "arrive" };
    case "closed":
    case "cancelled":
      return { who: "nobody", what: "none" };
  }
}

/** What is gone is not sent: what is known of it is looked at instead. */
function firstStepOf({ receipt, incident }: Stepping): NextStep {
  if (advanceOf(receipt) !== undefined) {
    return { who: "owner", what: "pay" };
  }
  return incident !== undefined && isGone(incident)
    ? { who: "centre", what: "analyse" }
    : { who: "owner", what: "send" };
}
