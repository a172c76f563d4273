import type { DeadlineKind } from "../../platform/index.ts";
import { releaseDrafted } from "../mailIn/index.ts";
import { OWNERS_DRAFT } from "./reportDraft.ts";
import { forgetDraft } from "./reportDraftStore.ts";

/** A report was begun and never sent. The key is the number of its draft. */
export const REPORT_DRAFT_LAPSES = "report_draft_lapses";

/** Forgets it. Each answer moved the deadline, so nothing is forgotten that somebody still writes. */
export const draftLapses: DeadlineKind = {
  kind: REPORT_DRAFT_LAPSES,
  run: async (tx, { rootId, key }) => {
    await forgetDraft(tx, rootId, Number(key));
    if (Number(key) === OWNERS_DRAFT) {
      await releaseDrafted(tx, rootId);
    }
  },
};
