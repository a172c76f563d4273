import type { Receipt, Terms } from "../../terms/index.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deviceFacts } from "../facts.ts";
import { type InvitationReason, invitationFact } from "./invitation.ts";

/** What is asked of the terms: whether an invitation of this kind, sent now, would let a plan be had. */
export interface InvitedAsked {
  readonly at: Temporal.Instant;
  /** Left out: without an invitation. */
  readonly reason?: InvitationReason | undefined;
  readonly region: string;
  readonly terms: Terms;
  readonly plans: readonly string[];
  /** The first use as it was told, where we know none. */
  readonly activatedAt?: string | undefined;
}

/** The best answer among the plans, and until when the invitation would open them. */
export interface InvitedOffer {
  readonly receipt: Receipt | undefined;
  readonly endsAt: Temporal.Instant | undefined;
  readonly zone: string;
}

const RANK = ["allowed", "undecided", "refused"] as const;

/** What the terms say to the plans of a device, with an invitation or without. Pure. */
export function invitedOffer(record: DeviceRecord, asked: InvitedAsked): InvitedOffer {
  const { at, reason, region, terms, plans, activatedAt } = asked;
  const known = deviceFacts(record);
  const told = known.activatedAt === "unknown" && activatedAt !== undefined ? { activatedAt } : {};
  const device = { ...known, region, ...told };
  const { serial } = record.device;
  const invitation = invitationFact(reason && { reason, serial, sentAt: at });
  const receipts = plans.map((product) =>
    terms.decide("offer", { at: at.toString(), code: { product, region }, device, invitation }),
  );
  const [receipt] = receipts.toSorted((one, other) => rankOf(one) - rankOf(other));
  const zone = terms.regions.get(region)?.zone ?? "UTC";
  if (receipt?.outcome !== "allowed") {
    return { receipt, endsAt: undefined, zone };
  }
  const ends = receipt.deadlines.map(({ to }) => Temporal.Instant.from(to));
  const [latest] = ends.toSorted((one, other) => Temporal.Instant.compare(other, one));
  return { receipt, endsAt: latest, zone: receipt.deadlines[0]?.zone ?? zone };
}

function rankOf({ outcome }: Receipt): number {
  const rank = RANK.indexOf(outcome as (typeof RANK)[number]);
  return rank < 0 ? RANK.length : rank;
}
