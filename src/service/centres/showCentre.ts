import { IdParams, notFound, type Queryable, read, readPublicId } from "../../platform/index.ts";
import { type Centre, CentreSchema, centreView } from "./centre.ts";
import { centreOf } from "./centreStore.ts";

/** GET /v1/centres/{id}. */
export const showCentre = read({
  route: "GET /v1/centres/{id}",
  permission: "centre.read",
  summary: "One service centre: what it serves, when it is open, its benches.",
  params: IdParams,
  reply: CentreSchema,
  run: async (db, { id }) => centreView(await demandedCentre(db, id)),
});

/** A centre by its outside id. Errors: Problem 404 where there is none. */
export async function demandedCentre(db: Queryable, id: string): Promise<Centre> {
  const centreId = readPublicId("cen", id)?.rootId;
  const centre = centreId === undefined ? undefined : await centreOf(db, centreId);
  if (centre === undefined) {
    throw notFound("centre");
  }
  return centre;
}
