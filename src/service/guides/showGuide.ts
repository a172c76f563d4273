import { Type } from "typebox";
import { sightOf } from "../../identity/index.ts";
import { IdParams, notFound, read, readPublicId, shape } from "../../platform/index.ts";
import { GuideSchema, guideView } from "./guide.ts";
import { versionsOf } from "./guideStore.ts";

/** GET /v1/guides/{id}: a guide with its versions, the newest first. */
export const showGuide = read({
  route: "GET /v1/guides/{id}",
  permission: "guide.read",
  summary: "A guide with its versions; the public sees the one that is published.",
  params: IdParams,
  reply: shape({ id: Type.String(), versions: Type.Array(GuideSchema) }),
  run: async (db, { id }) => {
    const isOffice = sightOf(db.caller).office;
    const versions = await versionsOf(db, readPublicId("gde", id)?.rootId ?? "");
    const seen = versions.filter(({ state }) => isOffice || state === "published");
    if (seen.length === 0) {
      throw notFound("guide");
    }
    return { id, versions: seen.map((guide) => guideView(guide, isOffice)) };
  },
});
