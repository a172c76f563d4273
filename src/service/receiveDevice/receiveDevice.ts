import { Type } from "typebox";
import { ClaimShape, openingCase, ownCase, Parts, toClaim } from "../../claims/index.ts";
import { normaliseSerial } from "../../contracts/index.ts";
import { accepted, act, IdParams, line, Money, Serial, shape } from "../../platform/index.ts";
import { takeIn } from "../takeIn.ts";
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
    /** As it was weighed, with what is in it. */
    weightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    /** How many parcels of this case were seen taken in; of two scans at once one is refused. */
    intakes: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
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
  opening: openingCase,
  run: async (tx, command, at, opened) => {
    const serial = normaliseSerial(command.serial);
    const locked = await ownCase(tx, opened);
    if (isOldDevice(locked.claim)) {
      return await receiveOldDevice(tx, locked, { ...command, serial });
    }
    const unpacked = { ...command, serial };
    const decision = decideReceiveDevice(unpacked, locked, at);
    if (decision.refused !== undefined) {
      return decision;
    }
    const taken = await takeIn(tx, locked, unpacked, decision.accepted);
    return taken.refused === undefined
      ? accepted({
          claim: toClaim(taken.accepted.moved, taken.accepted.restBy),
          missing: [...decision.accepted.missing],
        })
      : taken;
  },
});
