import { Type } from "typebox";
import { accepted, act, badField, readPublicId, shape } from "../../platform/index.ts";
import { centreOf } from "../centres/index.ts";
import { insertPromise, PromiseShape, promises, toPromise } from "../clocks/index.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/service-promises: another version of a promise. Clocks that run go on as they were started. */
export const setPromise = act({
  route: "POST /v1/service-promises",
  permission: "promise.set",
  summary: "Sets how much opening time a step may take from now on; clocks that run stay as they are.",
  body: shape({
    promise: Type.Enum([...promises]),
    centreId: Type.Optional(Type.String({ maxLength: 80 })),
    channel: Type.Optional(Type.Enum(["online", "quick", "swift"])),
    openMinutes: Type.Integer({ minimum: 1, maximum: 100_000 }),
    /** The version that was seen; 0 where there is none. */
    version: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  }),
  reply: PromiseShape,
  status: 201,
  run: async (tx, { promise, centreId, channel, openMinutes, version }, at) => {
    const bare = centreId === undefined ? "" : readPublicId("cen", centreId)?.rootId;
    if (bare === undefined || (bare !== "" && (await centreOf(tx, bare)) === undefined)) {
      throw badField("/centreId", "unknown_centre", "There is no such centre. Name one of GET /v1/centres.");
    }
    const told = [promise, bare, channel ?? "", version, openMinutes, at, tx.caller.id];
    const row = await insertPromise(tx, ...told);
    return row === undefined ? refuse("promise_set_meanwhile") : accepted(toPromise(row));
  },
});
