import { Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import { causes } from "../../claims/index.ts";
import { sightOf } from "../../identity/index.ts";
import {
  PageQuery,
  page,
  publicId,
  type ReadContext,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { GuideSchema, type GuideState, guideStates, guideView } from "./guide.ts";
import { pageOfGuides } from "./guideStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/guides: what to try before a case. */
export const listGuides = read({
  route: "GET /v1/guides",
  permission: "guide.read",
  summary:
    "Guides for a model and what happened, the newest first; the public sees what is published, " +
    "the office all.",
  query: shape({
    ...PageQuery,
    model: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    cause: Type.Optional(Type.Enum([...causes])),
    state: Type.Optional(Type.Enum([...guideStates])),
  }),
  reply: page(GuideSchema),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, model, cause, state }) => {
    const isOffice = sightOf(db.caller).office;
    const place = after === undefined ? undefined : readPublicId("gde", after);
    if (after !== undefined && place?.no === undefined) {
      throw wrongCursor();
    }
    const shownStates: GuideState | null = isOffice ? (state ?? null) : "published";
    const series = await seriesOf(db, model);
    const wanted = [shownStates, model ?? null, series, cause ?? null];
    const found = await pageOfGuides(db, place?.rootId ?? null, place?.no ?? null, ...wanted, limit + 1);
    const shown = isOffice || state === undefined || state === "published" ? found.slice(0, limit) : [];
    const last = shown.at(-1);
    return {
      data: shown.map((guide) => guideView(guide, isOffice)),
      nextCursor:
        found.length > limit && last !== undefined ? publicId("gde", last.guideId, last.version) : null,
    };
  },
});

async function seriesOf(db: ReadContext, model: string | undefined): Promise<string | null> {
  return model === undefined ? null : ((await modelNamed(db, model))?.series ?? null);
}
