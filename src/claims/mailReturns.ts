import type { ReadContext } from "../platform/index.ts";
import type { MailRow } from "./mailIn/index.ts";
import { draftEnd, ownDraftsKept } from "./reportDrafts/index.ts";

/**
 * When mails that are of a report wait for a person again, by their devices: when that report is forgotten,
 * unless a case comes of it before.
 */
export async function mailReturns(
  db: Pick<ReadContext, "query">,
  rows: readonly Pick<MailRow, "state" | "deviceId">[],
): Promise<ReadonlyMap<string | null, Temporal.Instant>> {
  const devices = rows.flatMap(({ state, deviceId }) =>
    state === "drafted" && deviceId !== null ? deviceId : [],
  );
  const drafts = devices.length === 0 ? [] : await ownDraftsKept(db, [...new Set(devices)]);
  return new Map(drafts.map((draft) => [draft.deviceId, draftEnd(draft)]));
}
