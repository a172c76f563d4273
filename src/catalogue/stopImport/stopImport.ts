import { accepted, act, IdParams } from "../../platform/index.ts";
import { closeImport, ImportSchema, importOf, importView, lockSeenImport } from "../imports/index.ts";
import { refuse } from "../refusals.ts";

/**
 * POST /v1/imports/{id}/stop: ends the reading behind the block that is being written; it can go on later.
 */
export const stopImport = act({
  route: "POST /v1/imports/{id}/stop",
  permission: "catalogue.import",
  summary: "Stops an import; what it wrote stays, and it can go on from there",
  params: IdParams,
  reply: ImportSchema,
  async run(tx, { id }) {
    const run = await lockSeenImport(tx, id);
    if (run.state !== "running") {
      return refuse("import_not_running");
    }
    await closeImport(tx, run, { state: "stopped" });
    const stopped = await importOf(tx, run.importId);
    return accepted(importView(stopped as NonNullable<typeof stopped>));
  },
});
