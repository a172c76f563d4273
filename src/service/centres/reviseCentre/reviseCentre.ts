import { Type } from "typebox";
import { accepted, act, IdParams, notFound, readPublicId, shape } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { CentreSchema, centreBody, centreView } from "../centre.ts";
import { centreRow } from "../centreRow.ts";
import { benchesTaken, lockedCentreOf, reviseCentreRow } from "../centreStore.ts";
import { changedFields } from "../changedFields.ts";
import { demandCentre } from "../demandCentre.ts";
import { judgeRevision } from "../judgeRevision.ts";

/** PUT /v1/centres/{id}: a centre anew and whole, over the version that was read. */
export const reviseCentre = act({
  route: "PUT /v1/centres/{id}",
  permission: "centre.keep",
  summary: "Changes a service centre, over the version that was read. Appointments stand as they were made.",
  params: IdParams,
  body: shape({
    ...centreBody,
    /** It takes nothing from now on. */
    closed: Type.Boolean(),
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  }),
  reply: CentreSchema,
  dryRun: true,
  run: async (tx, { id, closed, version, ...given }, at) => {
    const centreId = readPublicId("cen", id)?.rootId ?? "";
    // Locked first: who books holds it, so what is taken is known then.
    const centre = await lockedCentreOf(tx, centreId);
    if (centre === undefined) {
      throw notFound("centre");
    }
    await demandCentre(tx, given);
    const closedAt = closed ? (centre.closedAt ?? at) : null;
    const saved = await reviseCentreRow(tx, centreId, ...centreRow(given), version, closedAt);
    const taken = (await benchesTaken(tx, centreId, at)).map(({ bench }) => bench);
    const decision = judgeRevision({ centre, read: version, given, taken });
    if (decision.refused !== undefined) {
      return decision;
    }
    if (saved === undefined) {
      return refuse("centre_changed_meanwhile");
    }
    const changed = changedFields(centre, saved);
    tx.record(centreId, [{ type: "CentreRevised", version: saved.version, changed }]);
    return accepted(centreView(saved));
  },
});
