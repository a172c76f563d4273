import { badField, type Decision, type Money, type Tx } from "../../platform/index.ts";
import {
  judgeOverride,
  type Override,
  type OverrideGift,
  overridesOfDevice,
  readAuthority,
  saveOverride,
} from "../overrides/index.ts";
import type { ClaimRow } from "../store.ts";
import { type Appeal, appealId } from "./appeal.ts";

/** What an appeal that is upheld gives at once: an override, by the same rules and authority. */
export async function grantByAppeal(
  tx: Tx,
  claim: ClaimRow,
  appeal: Appeal,
  { gives, fee, cost }: { readonly gives: OverrideGift; readonly fee: Money; readonly cost: Money },
): Promise<Decision<Override>> {
  for (const [field, { currency }] of [["fee", fee] as const, ["cost", cost] as const]) {
    if (currency !== claim.currency) {
      throw badField(`/grants/${field}/currency`, "currency", `This claim is in ${claim.currency}.`);
    }
  }
  const facts = {
    claim: { ...claim, appeal: appeal.state },
    overrides: await overridesOfDevice(tx, claim.deviceId),
    role: tx.caller.role,
    authority: readAuthority(tx.platform.config.overrideLimits),
  };
  const judged = judgeOverride({ gives, fee, cost }, facts);
  if (judged.refused !== undefined) {
    return judged;
  }
  const why = { reason: "appeal", note: `Appeal ${appealId(appeal)}`, appealNo: appeal.no } as const;
  return await saveOverride(tx, claim, { gives, fee, cost, ...why }, judged.accepted);
}
