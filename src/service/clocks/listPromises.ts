import { type Static, Type } from "typebox";
import { Instant, publicId, read, shape } from "../../platform/index.ts";
import { type PromiseRow, promisesNow } from "./clockStore.ts";
import { promises } from "./spansOf.ts";

/** A promise as it counts for clocks that start now. */
export const PromiseShape = shape({
  promise: Type.Enum([...promises]),
  /** Left out: of every centre; of every channel. */
  centreId: Type.Optional(Type.String()),
  channel: Type.Optional(Type.String()),
  openMinutes: Type.Integer(),
  version: Type.Integer(),
  setAt: Instant,
  setBy: Type.String(),
});

/** The outside form of a promise. */
export function toPromise(row: PromiseRow): Static<typeof PromiseShape> {
  const { promise, centreId, channel, version, openMinutes, setAt, setBy } = row;
  return {
    ...{ promise, openMinutes, version, setAt: setAt.toString(), setBy },
    ...(centreId === "" ? {} : { centreId: publicId("cen", centreId) }),
    ...(channel === "" ? {} : { channel }),
  };
}

/** GET /v1/service-promises: what is promised now, by centre and channel. */
export const listPromises = read({
  route: "GET /v1/service-promises",
  permission: "promise.read",
  summary: "What is promised in opening time, by centre and channel, for clocks that start from now on.",
  reply: shape({ data: Type.Array(PromiseShape) }),
  run: async (db) => ({ data: (await promisesNow(db)).map(toPromise) }),
});
