import type { Tx } from "../../platform/index.ts";
import { releaseDrafted } from "../mailIn/index.ts";
import { REPORT_DRAFT_LAPSES } from "./draftLapses.ts";
import { DRAFT_DAYS, type DraftTold, OWNERS_DRAFT, type ReportDraft } from "./reportDraft.ts";
import { draftOf, keepDraft } from "./reportDraftStore.ts";

/**
 * Keeps what is told of a report for thirty days more; the device is locked. An owner's draft of who held it
 * before is written over, and the mails that were of it wait for a person: they are nothing to the next.
 */
export async function keepTold(
  tx: Tx,
  { deviceId, no, personId }: Pick<ReportDraft, "deviceId" | "no" | "personId">,
  told: DraftTold,
): Promise<ReportDraft> {
  const before = no === OWNERS_DRAFT ? await draftOf(tx, deviceId, no) : undefined;
  if (before !== undefined && before.personId !== personId) {
    await releaseDrafted(tx, deviceId);
  }
  const kept = await keepDraft(tx, deviceId, no, personId, JSON.stringify(told), tx.at, tx.caller.id);
  tx.schedule(deviceId, REPORT_DRAFT_LAPSES, String(no), tx.at.add({ hours: 24 * DRAFT_DAYS }));
  return kept;
}
