import { Type } from "typebox";
import {
  ClaimShape,
  endOfDays,
  lockCase,
  moveClaim,
  Parts,
  REPORT_LAPSES,
  refuseClaim,
  toClaim,
  waitingDaysOf,
} from "../../claims/index.ts";
import { normaliseSerial } from "../../contracts/index.ts";
import { accepted, act, IdParams, line, Money, Serial, shape } from "../../platform/index.ts";
import { insertIntake } from "../store.ts";
import { decideReceiveDevice } from "./decideReceiveDevice.ts";
import { isOldDevice, receiveOldDevice } from "./receiveOldDevice.ts";

/** POST /v1/claims/{id}/intake: a parcel is opened at the centre. A second parcel adds to the first. */
export const receiveDevice = act({
  route: "POST /v1/claims/{id}/intake",
  permission: "claim.receive",
  summary: "Takes a parcel in: the serial that was scanned, the parts it holds, its condition.",
  params: IdParams,
  body: shape({
    serial: Serial,
    parts: Parts,
    condition: line(200),
    /** Of the old device of an advance exchange: it is another maker's. */
    foreign: Type.Optional(Type.Boolean()),
    /** Of the old device of an advance exchange: damage that the plan does not cover, what it costs. */
    extraDamage: Type.Optional(Money),
  }),
  reply: shape({
    claim: ClaimShape,
    /** Parts that must come back and have not. While there are any the claim waits for the owner. */
    missing: Type.Array(Type.String()),
  }),
  run: async (tx, command, at) => {
    const serial = normaliseSerial(command.serial);
    const locked = await lockCase(tx, command.id);
    const { deviceId, no } = locked.claim;
    if (isOldDevice(locked.claim)) {
      return await receiveOldDevice(tx, locked, { ...command, serial });
    }
    const decision = decideReceiveDevice({ serial, parts: command.parts }, locked, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { returnedParts, receipt, missing } = decision.accepted;
    const { condition, parts } = command;
    const [moved] = await Promise.all([
      moveClaim(tx, locked.claim, ["reported", "received"], "received", { returnedParts, receipt }),
      insertIntake(tx, deviceId, no, serial, parts, condition, at, tx.caller.id),
    ]);
    const { toSend } = await waitingDaysOf(tx, locked.claim.judgedBy);
    const restBy = endOfDays(at, toSend, locked.claim.zone);
    const waits = receipt.outcome === "hold";
    if (waits) {
      tx.schedule(deviceId, REPORT_LAPSES, String(no), restBy);
    } else {
      tx.meet(deviceId, REPORT_LAPSES, String(no));
    }
    tx.record(deviceId, [{ type: "ClaimReceived", claimNo: no, serial, parts, missing }]);
    return moved === undefined
      ? refuseClaim("claim_not_at_this_step")
      : accepted({ claim: toClaim(moved, waits ? restBy : undefined), missing: [...missing] });
  },
});
