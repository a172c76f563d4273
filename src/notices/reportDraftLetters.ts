import { type Asker, modelNamed } from "../catalogue/index.ts";
import { DRAFT_DAYS, draftLinkId, draftOf } from "../claims/index.ts";
import { deviceRecord } from "../contracts/index.ts";
import { linkFor } from "../identity/index.ts";
import { dayIn } from "./formatDay.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import { reportDraftKept } from "./templates/reportDraftKept.ts";

/** The letter that goes on with a report, while there is one to go on with, in days of its plan. */
async function keptLetter(
  db: Asker,
  deviceId: string,
  { draftNo, mailId }: Readonly<Record<string, unknown>>,
): Promise<Addressed | undefined> {
  const no = Number(draftNo);
  const [draft, record] = await Promise.all([draftOf(db, deviceId, no), deviceRecord(db, { deviceId })]);
  const contract = record?.contracts.at(-1);
  // To who holds it no more the link would open nothing.
  if (draft === undefined || record === undefined || contract?.holderId !== draft.personId) {
    return undefined;
  }
  const { model } = record.device;
  const letter = reportDraftKept({
    device: (await modelNamed(db, model))?.name ?? model,
    url: `${db.platform.config.publicUrl}/open/${linkFor(db.platform, "draft", draftLinkId(draft))}`,
    isByMail: mailId !== undefined,
    endsOn: dayIn(draft.keptAt.add({ hours: 24 * DRAFT_DAYS }), contract.zone),
  });
  return { personId: draft.personId, letter };
}

/** Letters about reports that are not sent yet. */
export const reportDraftMailings: readonly Mailing[] = [
  { on: "ReportDraftMailed", template: "reportDraftKept", address: keptLetter },
];
