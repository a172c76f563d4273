import { Type } from "typebox";
import { Parts } from "../../claims/index.ts";
import { normaliseSerial } from "../../contracts/index.ts";
import { accepted, act, line, newId, Serial, shape, type Tx } from "../../platform/index.ts";
import { type Stray, StraySchema, strayReasons, strayView } from "./stray.ts";
import { insertStray } from "./strayStore.ts";

/** POST /v1/strays: a parcel came that no case is about. Nothing of it is lost. */
export const keepStray = act({
  route: "POST /v1/strays",
  permission: "stray.keep",
  summary: "Keeps a parcel that no case is about: what was in it, and where it lies.",
  body: shape({
    why: Type.Enum([...strayReasons]),
    serial: Type.Optional(Serial),
    parts: Parts,
    contents: line(300),
    weightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    place: line(40),
  }),
  reply: StraySchema,
  status: 201,
  run: async (tx, { serial, ...told }) => {
    const read = serial === undefined ? {} : { serial: normaliseSerial(serial) };
    return accepted(strayView(await keep(tx, { ...told, ...read })));
  },
});

/** What is kept of a parcel, and the case it came with, where it came with one. */
export interface StrayTold {
  readonly why: Stray["why"];
  readonly serial?: string;
  readonly parts: readonly string[];
  readonly contents: string;
  readonly weightGrams?: number | undefined;
  readonly place: string;
  readonly claim?: { readonly deviceId: string; readonly no: number };
}

/** Keeps a parcel by itself: a root of its own. */
export async function keep(tx: Tx, told: StrayTold): Promise<Stray> {
  const { why, serial = null, parts, contents, weightGrams = null, place, claim } = told;
  const of = [claim?.deviceId ?? null, claim?.no ?? null];
  const id = newId(tx.at);
  const kept = await insertStray(
    ...([tx, id, why, serial, parts, contents, weightGrams, place, ...of, tx.at, tx.caller.id] as const),
  );
  tx.record(id, [{ type: "StrayKept", why, place }]);
  return kept;
}
