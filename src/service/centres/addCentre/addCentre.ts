import { accepted, act, newId, shape } from "../../../platform/index.ts";
import { CentreSchema, centreBody, centreView } from "../centre.ts";
import { centreRow } from "../centreRow.ts";
import { insertCentre } from "../centreStore.ts";
import { demandCentre } from "../demandCentre.ts";

/** POST /v1/centres: a place where devices are sent or brought. */
export const addCentre = act({
  route: "POST /v1/centres",
  permission: "centre.keep",
  summary: "Adds a service centre: what it serves, when it is open, its benches.",
  body: shape(centreBody),
  reply: CentreSchema,
  status: 201,
  dryRun: true,
  run: async (tx, given) => {
    await demandCentre(tx, given);
    const added = await insertCentre(tx, newId(tx.at), ...centreRow(given));
    tx.record(added.centreId, [{ type: "CentreAdded", name: added.name }]);
    return accepted(centreView(added));
  },
});
