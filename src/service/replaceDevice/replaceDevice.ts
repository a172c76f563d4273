import { Type } from "typebox";
import { modelOf } from "../../catalogue/index.ts";
import {
  ClaimShape,
  moveClaim,
  movesOfClaim,
  openingClaim,
  ownClaim,
  refuseClaim,
  toClaim,
} from "../../claims/index.ts";
import { normaliseSerial, promiseSerial, swapSerial } from "../../contracts/index.ts";
import { accepted, act, failPoint, IdParams, line, Serial, shape, type Tx } from "../../platform/index.ts";
import { giveUnit, modelsFor, unitBySerial } from "../pool/index.ts";
import { refuse } from "../refusals.ts";
import { insertSwap } from "../store.ts";
import { decideReplaceDevice, type UnitFit } from "./decideReplaceDevice.ts";

/** What is looked at before a unit leaves. */
const checks = ["firmware", "pairing"] as const;

/**
 * POST /v1/claims/{id}/replacement: another unit takes the place of the one that came in. The plan, its
 * period and its remaining uses go with it, now or at the later moment that the terms name; from then on the
 * old serial is retired for ever and names its successor.
 */
export const replaceDevice = act({
  route: "POST /v1/claims/{id}/replacement",
  permission: "claim.replace",
  summary: "Binds the replacement's serial: the plan moves, now or when its terms say.",
  params: IdParams,
  body: shape({
    serial: Serial,
    /** Why it is another unit than the one set aside. */
    reason: Type.Optional(line(200)),
    /** What was ticked. */
    checks: Type.Optional(Type.Array(Type.Enum([...checks]), { uniqueItems: true })),
  }),
  reply: ClaimShape,
  opening: openingClaim,
  run: async (tx, { serial, reason, checks: ticked = [] }, at, opened) => {
    const newSerial = normaliseSerial(serial);
    const claim = await ownClaim(tx, opened);
    const { device, isDisputed, deviceId, no } = claim;
    const fit = await fitOf(tx, newSerial, device.model);
    const decision = decideReplaceDevice({ claim, device, newSerial, fit, isDisputed });
    if (decision.refused !== undefined) {
      return decision;
    }
    const moves = await movesOfClaim(tx, claim);
    const swapped = await (moves === "scan"
      ? swapSerial(tx, device, newSerial)
      : promiseSerial(tx, device, { claimNo: no, newSerial, moves }));
    if (swapped.refused !== undefined) {
      return refuse("replacement_serial_known");
    }
    const written = [device.serial, newSerial, at, tx.caller.id, reason ?? null, ticked];
    const [moved, swap] = await Promise.all([
      moveClaim(tx, claim, ["paid"], "replaced"),
      insertSwap(tx, deviceId, no, ...written),
    ]);
    if (moved === undefined || swap === undefined) {
      return refuseClaim("claim_not_at_this_step");
    }
    if (swap.isPooled || swap.setAside !== null) {
      const given = await giveUnit(tx, claim, { serial: newSerial, swap, reason });
      if (given.refused !== undefined) {
        return given;
      }
    }
    failPoint(tx.platform, "swap_saved");
    tx.record(deviceId, [{ type: "DeviceReplaced", claimNo: no, oldSerial: device.serial, newSerial }]);
    return accepted(toClaim(moved));
  },
});

/** Whether a serial may be one of a model's; where it is not, whether the pool has it as what follows it. */
async function fitOf(tx: Tx, serial: string, model: string): Promise<UnitFit> {
  if ((await modelOf(tx, serial, model)) !== undefined) {
    return "fits";
  }
  const unit = await unitBySerial(tx, serial);
  if (unit !== undefined && (await modelsFor(tx, model)).includes(unit.model)) {
    return "fits";
  }
  const [own, other] = [await modelOf(tx, "", model), await modelOf(tx, serial)];
  return own !== undefined && other !== undefined && other.maker !== own.maker
    ? "other_maker"
    : "other_model";
}
