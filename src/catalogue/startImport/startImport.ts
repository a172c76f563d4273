import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import {
  beginAnew,
  deleteRefusals,
  ImportSchema,
  importOf,
  importView,
  lockSeenImport,
  markRunning,
  runImport,
  runningOf,
} from "../imports/index.ts";
import { lockSupplier } from "../suppliers/index.ts";
import { decideStartImport } from "./decideStartImport.ts";

/** POST /v1/imports/{id}/start: reads the file, as a check or to write it. A job does the reading. */
export const startImport = act({
  route: "POST /v1/imports/{id}/start",
  permission: "catalogue.import",
  summary: "Starts an import, or goes on with one that was stopped; a check writes nothing to the shelf",
  params: IdParams,
  body: shape({ check: Type.Optional(Type.Boolean()) }),
  reply: ImportSchema,
  async run(tx, { id, check: isCheck = false }, at) {
    const run = await lockSeenImport(tx, id);
    await lockSupplier(tx, run.supplier);
    const isSupplierBusy = (await runningOf(tx, run.supplier, run.importId)) !== undefined;

    const decision = decideStartImport({ run, isCheck, isSupplierBusy });

    if (decision.refused !== undefined) {
      return decision;
    }
    tx.record(run.importId, [{ type: "ImportStarted", isCheck, from: decision.accepted }]);
    tx.enqueue(runImport, { importId: run.importId });
    if (decision.accepted === "the_beginning") {
      await deleteRefusals(tx, run.importId);
      await beginAnew(tx, run.importId, isCheck, at);
    } else {
      await markRunning(tx, run.importId, isCheck, at);
    }
    const started = await importOf(tx, run.importId);
    return accepted(importView(started as NonNullable<typeof started>));
  },
});
