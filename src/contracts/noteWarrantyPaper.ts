import { type Job, systemCaller, transact } from "../platform/index.ts";
import { lockDevice } from "./deviceRecord.ts";
import { loadWarranty, saveSources } from "./warranties/index.ts";

/** A paper that the bench saw in a case, with the end it names. */
export interface WarrantyPaper {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly endsAt: string;
}

/**
 * Keeps what a paper said as a source of the record: it judged its case, and the office may begin the record
 * by it. The same paper of the same case is kept once.
 */
export const noteWarrantyPaper: Job<WarrantyPaper> = {
  name: "note_warranty_paper",
  run: async (platform, { deviceId, claimNo, endsAt }) => {
    await transact(platform, systemCaller, async (tx) => {
      const record = await lockDevice(tx, { deviceId });
      if (record === undefined) {
        return;
      }
      const { kept } = await loadWarranty(tx, record);
      const toldAt = Temporal.Instant.from(endsAt);
      const isKept = kept.sources.some((one) => one.claimNo === claimNo && one.toldAt?.equals(toldAt));
      if (!isKept) {
        const told = { what: "ends", toldAt, toldOn: null, toldBy: "bench", claimNo } as const;
        const reason = "the bench saw it in the papers of a case";
        await saveSources(tx, record, kept.sources, [{ ...told, proof: null, reason }]);
      }
    });
  },
};
