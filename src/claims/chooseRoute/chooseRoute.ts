import { Type } from "typebox";
import { accepted, act, IdParams, Money, shape } from "../../platform/index.ts";
import { ClaimShape, toClaim } from "../claim.ts";
import { openingClaim, ownClaim } from "../lockClaim.ts";
import { refuse } from "../refusals.ts";
import { routes } from "../routes.ts";
import { waitingDaysOf } from "../waitingDays.ts";
import { decideChooseRoute } from "./decideChooseRoute.ts";
import { saveChoice } from "./saveChoice.ts";

/** POST /v1/claims/{id}/choice: the owner takes one of the ways on the choice sheet. */
export const chooseRoute = act({
  route: "POST /v1/claims/{id}/choice",
  permission: "claim.choose",
  summary: "Takes one of the ways on the choice sheet, at the price that is written there.",
  params: IdParams,
  body: shape({
    route: Type.Enum([...routes]),
    /** The price that was shown. Another one now is refused, so that nobody pays what they did not see. */
    fee: Type.Optional(Money),
    /** The quote that was shown. Another one now is refused as well. */
    quote: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  }),
  reply: ClaimShape,
  opening: openingClaim,
  run: async (tx, command, at, opened) => {
    const claim = await ownClaim(tx, opened);
    const decision = decideChooseRoute(command, { claim, at, days: await waitingDaysOf(tx, claim) });
    if (decision.refused !== undefined) {
      return decision;
    }
    const moved = await saveChoice(tx, claim, decision.accepted);
    return moved === undefined
      ? refuse("claim_not_at_this_step")
      : accepted(toClaim(moved, decision.accepted.payBy));
  },
});
