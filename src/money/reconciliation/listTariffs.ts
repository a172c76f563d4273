import { Type } from "typebox";
import { Day, Instant, PageQuery, page, read, shape } from "../../platform/index.ts";
import { cursorAfter, readCursor } from "../pageCursor.ts";
import { pageOfTariffs, type Tariff } from "./runStore.ts";

const kinds = ["provider", "carrier"] as const;

/** GET /v1/tariffs: what was agreed, what was set last first. */
export const listTariffs = read({
  route: "GET /v1/tariffs",
  permission: "reconciliation.read",
  summary: "Lists what providers and carriers have agreed to ask for, what was set last first",
  query: shape({
    ...PageQuery,
    kind: Type.Optional(Type.Enum([...kinds])),
    party: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  reply: page(
    shape({
      kind: Type.Enum([...kinds]),
      party: Type.String(),
      currency: Type.String(),
      /** From this day on, until the next one of the same party and currency. */
      from: Day,
      /** Of a provider. */
      basisPoints: Type.Integer(),
      fixedMinor: Type.Integer(),
      /** Of a carrier. */
      parcelGrams: Type.Union([Type.Integer(), Type.Null()]),
      bands: Type.Array(shape({ upToGrams: Type.Integer(), priceMinor: Type.Integer() })),
      setBy: Type.String(),
      setAt: Instant,
    }),
  ),
  csv: true,
  async run(db, { limit = 50, after, kind = null, party = null }) {
    const [at, ...keys] = readCursor(after, PLACE);
    const [ofKind = null, currency = null, day = null, name = null] = keys;
    const rows = await pageOfTariffs(db, kind, party, at, ofKind, currency, day, name, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(view),
      nextCursor: rows.length > limit && last !== undefined ? placeOf(last) : null,
    };
  },
});

const PLACE = /^(provider|carrier)-([A-Z]{3})-(\d{4}-\d\d-\d\d)-(.{1,80})$/u;

function placeOf({ setAt, kind, currency, validOn, party }: Tariff): string {
  return cursorAfter(setAt, kind, currency, validOn.toString(), party);
}

function view({ validOn, setAt, bands, ...tariff }: Tariff) {
  return { ...tariff, from: validOn.toString(), bands: [...bands], setAt: setAt.toString() };
}
