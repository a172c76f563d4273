import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { lockContract } from "../demandContract.ts";
import { refuse } from "../refusals.ts";
import { stopRenewing } from "../renewByConsent.ts";

/**
 * POST /v1/contracts/{id}/auto-renewal/cancellation: the plan ends when it ends. One step, no reason asked.
 */
export const cancelAutoRenewal = act({
  route: "POST /v1/contracts/{id}/auto-renewal/cancellation",
  permission: "contract.renew",
  summary: "Stops a plan from renewing by itself",
  params: IdParams,
  reply: shape({ renewsItself: Type.Literal(false) }),
  async run(tx, { id }) {
    const { contract } = await lockContract(tx, id);
    return (await stopRenewing(tx, contract, "cancelled"))
      ? accepted({ renewsItself: false as const })
      : refuse("renewed_by_hand_already");
  },
});
