import { lostUnsettled } from "../money/index.ts";
import {
  type DomainEvent,
  type Job,
  type Module,
  type Queryable,
  type Reaction,
  reaction,
} from "../platform/index.ts";
import {
  countStock,
  expireCodes,
  lockBatch,
  mintBatch,
  tellOfEnd,
  unmintedBatches,
} from "./batches/index.ts";
import { type CapturedRenewal, concludeRenewal } from "./concludeRenewal/concludeRenewal.ts";
import { lockDeviceById, lockDevices } from "./deviceStore.ts";
import { dropFailedRenewal, type FailedRenewal } from "./dropFailedRenewal.ts";
import { type FollowedCard, followCard } from "./followCard.ts";
import { type FollowedDispute, followDispute } from "./followDispute.ts";
import { type HomelessRenewal, refundRenewal } from "./refundRenewal.ts";
import { paidUnconcluded } from "./renewalStore.ts";
import { endUnpaidConsent } from "./renewByConsent.ts";
import { type DeclinedRefund, takeUpDeclined } from "./takeUpDeclined.ts";
import { warrantyJobs } from "./warrantyRoutes.ts";

/** What follows in contracts. A charge that is no renewal's is for others. */
export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", concludeRenewal, renewalIn, paidUnconcluded),
  reaction("PaymentFailed", dropFailedRenewal, failureIn),
  reaction("PaymentFailed", endUnpaidConsent, unpaidIn),
  reaction("CardKept", followCard, cardIn),
  reaction("CardNotKept", followCard, cardIn),
  reaction("RenewalRefundDue", refundRenewal, homelessIn),
  reaction("RefundDeclined", takeUpDeclined, declinedIn),
  reaction("DisputeOpened", followDispute, disputeIn),
  reaction("DisputeWon", followDispute, disputeIn),
  reaction("DisputeLost", followDispute, disputeIn, lostUnsettled),
  reaction("BatchReleased", mintBatch, (_, batchId) => ({ batchId }), unmintedBatches),
];

export const jobs: NonNullable<Module["jobs"]> = [
  concludeRenewal as unknown as Job<never>,
  dropFailedRenewal as unknown as Job<never>,
  endUnpaidConsent as unknown as Job<never>,
  followCard as unknown as Job<never>,
  refundRenewal as unknown as Job<never>,
  takeUpDeclined as unknown as Job<never>,
  followDispute as unknown as Job<never>,
  mintBatch as unknown as Job<never>,
  expireCodes as unknown as Job<never>,
  countStock as unknown as Job<never>,
  tellOfEnd as unknown as Job<never>,
  ...warrantyJobs,
];

/** A device is the root of what happens to it, payments among them; a batch of codes is its own. */
export const locks: Pick<Module, "lockRoot" | "lockRoots" | "lockSeldomRoot"> = {
  lockRoot: lockDeviceRoot,
  lockRoots: async (tx, rootIds) => (await lockDevices(tx, rootIds)).map(({ deviceId }) => deviceId),
  lockSeldomRoot: async (tx, rootId) => (await lockBatch(tx, rootId)) !== undefined,
};

/** Locks a device as the root of what happens to it; false when there is none. */
export async function lockDeviceRoot(db: Queryable, deviceId: string): Promise<boolean> {
  return (await lockDeviceById(db, deviceId)) === 1;
}

function renewalIn(event: DomainEvent, rootId: string): CapturedRenewal | undefined {
  if (event.purpose !== "renewal") {
    return undefined;
  }
  return { deviceId: rootId, chargeNo: Number(event.chargeNo), purpose: String(event.purpose) };
}

function failureIn(event: DomainEvent, rootId: string): FailedRenewal | undefined {
  return event.purpose === "renewal" ? { deviceId: rootId, contractNo: Number(event.subjectNo) } : undefined;
}

function unpaidIn(event: DomainEvent, rootId: string) {
  const failed = failureIn(event, rootId);
  return failed && { ...failed, chargeNo: Number(event.chargeNo), reason: String(event.reason) };
}

function cardIn(event: DomainEvent, rootId: string): FollowedCard {
  return { deviceId: rootId, cardNo: Number(event.cardNo), isKept: event.type === "CardKept" };
}

function homelessIn(event: DomainEvent, rootId: string): HomelessRenewal {
  return { deviceId: rootId, chargeNo: Number(event.chargeNo), reason: String(event.reason) };
}

function declinedIn(event: DomainEvent, rootId: string): DeclinedRefund | undefined {
  return typeof event.subject === "string"
    ? { rootId, refundNo: Number(event.refundNo), subject: event.subject }
    : undefined;
}

function disputeIn(event: DomainEvent, rootId: string): FollowedDispute {
  return { rootId, disputeNo: Number(event.disputeNo) };
}
