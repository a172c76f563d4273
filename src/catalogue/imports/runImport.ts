import { type Job, systemCaller, transact } from "../../platform/index.ts";
import { partBytes } from "./partBytes.ts";
import { readOn } from "./readOn.ts";

/** How long one job reads before another goes on: well within its lease. */
const STRETCH_MS = 30_000;

/** Reads an import whose parts are kept here, a stretch at a time. */
export const runImport: Job<{ readonly importId: string }> = {
  name: "run_import",
  async run(platform, { importId }) {
    const stopAt = performance.now() + STRETCH_MS;
    const end = await readOn(platform, importId, partBytes(platform.database, importId), { stopAt });
    if (end === "time_over") {
      await transact(platform, systemCaller, async (tx) => tx.enqueue(runImport, { importId }));
    }
  },
};
