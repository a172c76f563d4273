import { type Static, Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import type { DeviceRecord } from "../../contracts/index.ts";
import { isOwner } from "../../identity/index.ts";
import { Instant, publicId, type ReadContext, readPublicId, shape, type Tx } from "../../platform/index.ts";
import { channels } from "../claim.ts";
import { zoneOfCase } from "../claimFacts.ts";
import { IncidentBody } from "../incident.ts";

/** Whose draft it is: its owner's, or the office's, who writes down what a caller tells. */
export const draftSides = ["owner", "office"] as const;
export type DraftSide = (typeof draftSides)[number];

/** The numbers of the two within a device. */
export const OWNERS_DRAFT = 1;
export const OFFICES_DRAFT = 2;

/** Days a draft is kept after its last answer. */
export const DRAFT_DAYS = 30;

/** What is told so far. An address is asked when the report is sent, and not kept before. */
export const draftBody = {
  incident: Type.Partial(IncidentBody, { additionalProperties: false }),
  channel: Type.Optional(Type.Enum([...channels])),
} as const;
const Told = shape(draftBody);
export type DraftTold = Static<typeof Told>;

/** A draft, as it is stored. */
export interface ReportDraft {
  readonly deviceId: string;
  readonly no: number;
  readonly personId: string;
  readonly answers: DraftTold;
  readonly keptAt: Temporal.Instant;
}

export const ReportDraftSchema = shape({
  id: Type.String(),
  deviceId: Type.String(),
  side: Type.Enum([...draftSides]),
  serial: Type.String(),
  model: Type.String(),
  modelName: Type.String(),
  /** Of its contract: whose days count. */
  zone: Type.String(),
  ...draftBody,
  keptAt: Instant,
  /** When it is forgotten, unless another answer comes. */
  endsAt: Instant,
});
export type ReportDraftView = Static<typeof ReportDraftSchema>;

/** When a draft is forgotten, unless another answer comes. */
export function draftEnd({ keptAt }: Pick<ReportDraft, "keptAt">): Temporal.Instant {
  return keptAt.add({ hours: 24 * DRAFT_DAYS });
}

export function draftId(deviceId: string, no: number): string {
  return publicId("rdr", deviceId, no);
}

/**
 * What the link of a draft names beside it: who it is of. Whoever holds the device next writes another, and
 * the link does not open that.
 */
export function draftLinkId({ deviceId, no, personId }: Omit<ReportDraft, "answers" | "keptAt">): string {
  return `${draftId(deviceId, no)}_${personId}`;
}

/** The device of a draft's link; undefined for anything else. */
export function deviceOfDraftLink(linkId: string): string | undefined {
  return readPublicId("rdr", linkId.replace(/_[0-9a-z]{26}$/, ""))?.rootId;
}

/** The side a caller keeps drafts on. */
export function sideOf({
  caller,
}: Pick<ReadContext | Tx, "caller">): typeof OWNERS_DRAFT | typeof OFFICES_DRAFT {
  return isOwner(caller) ? OWNERS_DRAFT : OFFICES_DRAFT;
}

/** A draft as it is shown. */
export async function draftView(
  db: Pick<ReadContext, "query" | "platform">,
  draft: ReportDraft,
  record: DeviceRecord,
): Promise<ReportDraftView> {
  const { device } = record;
  const { deviceId, no, answers, keptAt } = draft;
  const { incident, channel } = answers;
  return {
    id: draftId(deviceId, no),
    deviceId: publicId("dev", deviceId),
    side: no === OWNERS_DRAFT ? "owner" : "office",
    ...{ serial: device.serial, model: device.model },
    modelName: (await modelNamed(db, device.model))?.name ?? device.model,
    zone: zoneOfCase(record),
    ...{ incident, ...(channel === undefined ? {} : { channel }) },
    keptAt: keptAt.toString(),
    endsAt: draftEnd(draft).toString(),
  };
}
