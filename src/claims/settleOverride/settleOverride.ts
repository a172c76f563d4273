import assert from "node:assert/strict";
import { Type } from "typebox";
import { isSameHand } from "../../identity/index.ts";
import { accepted, act, IdParams, line, notFound, readPublicId, shape } from "../../platform/index.ts";
import { claimId } from "../claim.ts";
import { lockClaim } from "../lockClaim.ts";
import {
  decideOverrideRow,
  grantOnSheet,
  OverrideShape,
  overridesOfDevice,
  toOverride,
} from "../overrides/index.ts";
import { decideSettleOverride } from "./decideSettleOverride.ts";

/**
 * POST /v1/overrides/{id}/decision: another person than who asked grants what is above an authority. Whoever
 * asked may take it back by declining it.
 */
export const settleOverride = act({
  route: "POST /v1/overrides/{id}/decision",
  permission: "override.decide",
  summary: "Grants or declines an override that is above the authority of who asked for it.",
  params: IdParams,
  body: shape({ decision: Type.Enum(["grant", "decline"]), note: line(500) }),
  reply: OverrideShape,
  run: async (tx, { id, decision, note }) => {
    const { rootId, no } = readPublicId("ovr", id) ?? {};
    const known = rootId === undefined ? [] : await overridesOfDevice(tx, rootId);
    const named = known.find((each) => each.no === no);
    if (named === undefined) {
      throw notFound("override");
    }
    const { deviceId, claimNo } = named;
    const claim = await lockClaim(tx, claimId({ deviceId, no: claimNo }));
    const [isAsker, now] = await Promise.all([
      isSameHand(tx, named.askedBy, tx.caller.id),
      overridesOfDevice(tx, deviceId),
    ]);
    const override = now.find((each) => each.no === no);
    assert(override !== undefined, "an override that was there is there");
    const allowed = decideSettleOverride({ override, claim, decision, isAsker });
    if (allowed.refused !== undefined) {
      return allowed;
    }
    const hand = [tx.caller.id, tx.at, note];
    const decided = await decideOverrideRow(tx, deviceId, override.no, allowed.accepted, ...hand);
    assert(decided !== undefined, "under the lock of its device an override is decided once");
    if (allowed.accepted === "granted") {
      const granted = await grantOnSheet(tx, claim, decided);
      return granted.refused === undefined ? accepted(toOverride(decided)) : granted;
    }
    tx.record(deviceId, [{ type: "OverrideDeclined", overrideNo: override.no, ofClaim: claimNo }]);
    return accepted(toOverride(decided));
  },
});
