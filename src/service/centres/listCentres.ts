import { type Static, Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import {
  Country,
  PageQuery,
  page,
  publicId,
  type ReadContext,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { CentreSchema, centreChannels, centreView } from "./centre.ts";
import { centreOf, pageOfCentres } from "./centreStore.ts";
import { type CentreNeed, unfitOf, unfitReasons, unfitSays } from "./fitOf.ts";

const DEFAULT_LIMIT = 50;

/** A centre in a list, and whether it takes what was asked for. */
const ListedCentre = shape({
  ...CentreSchema.properties,
  takes: Type.Boolean(),
  /** Why it does not. */
  why: Type.Optional(shape({ code: Type.Enum([...unfitReasons]), says: Type.String() })),
});
export type ListedCentre = Static<typeof ListedCentre>;

/** GET /v1/centres: where devices are sent or brought. */
export const listCentres = read({
  route: "GET /v1/centres",
  permission: "centre.read",
  summary:
    "Lists service centres by name, and says of each whether it takes a model of a region, and why not.",
  query: shape({
    ...PageQuery,
    /** A region of the terms. */
    region: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    model: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    channel: Type.Optional(Type.Enum([...centreChannels])),
    country: Type.Optional(Country),
    /** Those as well that have closed. */
    closed: Type.Optional(Type.Boolean()),
  }),
  reply: page(ListedCentre),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, country = null, closed = false, ...asked }) => {
    const afterId = after === undefined ? undefined : readPublicId("cen", after)?.rootId;
    const last = afterId === undefined ? undefined : await centreOf(db, afterId);
    if (after !== undefined && last === undefined) {
      throw wrongCursor();
    }
    const place = [last?.name ?? null, last?.centreId ?? null];
    const found = await pageOfCentres(db, ...place, country, closed, limit + 1);
    const need = await needOf(db, asked);
    const shown = found.slice(0, limit);
    const end = shown.at(-1);
    return {
      data: shown.map((centre): ListedCentre => {
        const code = unfitOf(centre, need);
        const why = code === undefined ? {} : { why: { code, says: unfitSays[code] } };
        return { ...centreView(centre), takes: code === undefined, ...why };
      }),
      nextCursor: found.length > limit && end !== undefined ? publicId("cen", end.centreId) : null,
    };
  },
});

/** A need with the series of its model. */
export async function needOf(
  db: Pick<ReadContext, "query" | "platform">,
  need: Omit<CentreNeed, "series">,
): Promise<CentreNeed> {
  const known = need.model === undefined ? undefined : await modelNamed(db, need.model);
  return { ...need, series: known?.series };
}
