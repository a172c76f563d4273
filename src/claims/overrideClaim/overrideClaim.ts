import { Type } from "typebox";
import { accepted, act, badField, IdParams, line, Money, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";
import {
  judgeOverride,
  OverrideShape,
  overrideGifts,
  overrideReasons,
  overridesOfDevice,
  readAuthority,
  saveOverride,
  toOverride,
} from "../overrides/index.ts";

/**
 * POST /v1/claims/{id}/override: staff do better for an owner than the terms. Within the authority of their
 * role the sheet has a way more at once; above it when somebody else has agreed.
 */
export const overrideClaim = act({
  route: "POST /v1/claims/{id}/override",
  permission: "claim.override",
  summary: "Gives an owner more than the terms, or for less; above one's authority a second person agrees.",
  params: IdParams,
  body: shape({
    gives: Type.Enum([...overrideGifts]),
    /** What the owner still pays, 0 for nothing; in the claim's currency. */
    fee: Money,
    /** What it costs us, in the claim's currency: it is held against the authority. */
    cost: Money,
    reason: Type.Enum([...overrideReasons]),
    /** Why, for the programme's own people. */
    note: line(500),
    /** What its owner reads beside it. */
    says: Type.Optional(line(300)),
  }),
  reply: OverrideShape,
  status: 201,
  run: async (tx, command) => {
    const claim = await lockClaim(tx, command.id);
    for (const field of ["fee", "cost"] as const) {
      if (command[field].currency !== claim.currency) {
        throw badField(`/${field}/currency`, "currency", `This claim is in ${claim.currency}.`);
      }
    }
    const decision = judgeOverride(command, {
      claim,
      overrides: await overridesOfDevice(tx, claim.deviceId),
      role: tx.caller.role,
      authority: readAuthority(tx.platform.config.overrideLimits),
    });
    if (decision.refused !== undefined) {
      return decision;
    }
    const saved = await saveOverride(tx, claim, command, decision.accepted);
    return saved.refused === undefined ? accepted(toOverride(saved.accepted)) : saved;
  },
});
