import { modelOf } from "../../catalogue/index.ts";
import { ClaimShape, lockClaim, moveClaim, refuseClaim, toClaim } from "../../claims/index.ts";
import { normaliseSerial, swapSerial } from "../../contracts/index.ts";
import { accepted, act, IdParams, Serial, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { insertSwap } from "../store.ts";
import { decideReplaceDevice } from "./decideReplaceDevice.ts";

/**
 * POST /v1/claims/{id}/replacement: another unit takes the place of the one that came in. The plan, its
 * period and its remaining uses go with it; the old serial is retired for ever and names its successor.
 */
export const replaceDevice = act({
  route: "POST /v1/claims/{id}/replacement",
  permission: "claim.replace",
  summary: "Binds the replacement's serial: the plan moves, the old serial is retired.",
  params: IdParams,
  body: shape({ serial: Serial }),
  reply: ClaimShape,
  run: async (tx, command, at) => {
    const newSerial = normaliseSerial(command.serial);
    const claim = await lockClaim(tx, command.id);
    const { device, isDisputed } = claim;
    const fits = (await modelOf(tx, newSerial, device.model)) !== undefined;
    const decision = decideReplaceDevice({ claim, device, newSerial, fits, isDisputed });
    if (decision.refused !== undefined) {
      return decision;
    }
    const swapped = await swapSerial(tx, device, newSerial);
    if (swapped.refused !== undefined) {
      return refuse("replacement_serial_known");
    }
    const { deviceId, no } = claim;
    const [moved] = await Promise.all([
      moveClaim(tx, claim, ["paid"], "replaced"),
      insertSwap(tx, deviceId, no, device.serial, newSerial, at, tx.caller.id),
    ]);
    tx.record(deviceId, [{ type: "DeviceReplaced", claimNo: no, oldSerial: device.serial, newSerial }]);
    return moved === undefined ? refuseClaim("claim_not_at_this_step") : accepted(toClaim(moved));
  },
});
