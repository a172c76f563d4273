import type { Tx } from "../platform/index.ts";
import type { Claim } from "./claim.ts";
import { releaseDrafted, takeDrafted } from "./mailIn/index.ts";
import { OWNERS_DRAFT, REPORT_DRAFT_LAPSES } from "./reportDrafts/index.ts";
import { takeMail } from "./takeMail.ts";

/** The drafts of a report became a case: nothing is forgotten any more, and what was mailed goes into it. */
export async function endDrafts(
  tx: Tx,
  { deviceId, no }: Pick<Claim, "deviceId" | "no">,
  drafts: readonly number[],
): Promise<void> {
  for (const draft of drafts) {
    tx.meet(deviceId, REPORT_DRAFT_LAPSES, String(draft));
  }
  if (drafts.includes(OWNERS_DRAFT)) {
    for (const mail of await takeDrafted(tx, deviceId, no, tx.caller.id)) {
      tx.enqueue(takeMail, mail);
    }
    await releaseDrafted(tx, deviceId);
  }
}
