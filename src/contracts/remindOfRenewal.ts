import { keptCardOf } from "../money/index.ts";
import type { Deadline, DeadlineKind, Money, Tx } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import { followingProduct } from "./allowRenewal.ts";
import { type AutoRenewal, CHARGED_BEFORE, isGoodAt, renewsItself } from "./autoRenewal.ts";
import { announceAutoRenewal, autoRenewalOf } from "./autoRenewalStore.ts";
import { type Contract, hasDevice } from "./contract.ts";
import { type DeviceRecord, lockDevice } from "./deviceRecord.ts";
import { deviceFacts, planFacts } from "./facts.ts";
import { renewalPrice } from "./renewalPrice.ts";
import { renewalUnderway } from "./renewalStore.ts";
import { RENEWS_ITSELF } from "./renewByConsent.ts";
import { termsNow } from "./termsNow.ts";

/**
 * The kind of the deadline at which a holder is told that the plan may be renewed. Its key is the contract's
 * number.
 */
export const RENEWAL_REMINDER = "renewal_reminder";

/**
 * Where the terms name no days: a month before the end, or a week where the whole plan is no longer than a
 * quarter. Both lie within the 15 to 45 days (3 to 21 for short terms) of California's law on renewals, the
 * strictest we know.
 */
const BEFORE = { ofLong: { hours: 30 * 24 }, ofShort: { hours: 7 * 24 } };
const SHORT = { hours: 92 * 24 };

/**
 * The longest time before the end that a law or a document of ours lets a reminder come: from then on we
 * look.
 */
const FIRST_LOOK = { hours: 60 * 24 };

export const remindOfRenewal: DeadlineKind = { kind: RENEWAL_REMINDER, run: remind };

/** Puts the first look at a concluded contract's renewal on its device. */
export function scheduleReminder(
  tx: Tx,
  { deviceId, no, startsAt, endsAt }: Pick<Contract, "deviceId" | "no" | "startsAt" | "endsAt">,
): void {
  const look = endsAt.subtract(FIRST_LOOK);
  tx.schedule(deviceId, RENEWAL_REMINDER, String(no), latest(look, startsAt.add({ hours: 1 })));
}

/** Looks at it now: a consent holds from now on. Too early, it looks again on the first day to tell. */
export function lookAtRenewal(tx: Tx, { deviceId, no }: Pick<Contract, "deviceId" | "no">): void {
  tx.schedule(deviceId, RENEWAL_REMINDER, String(no), tx.at);
}

/**
 * Tells the holder, once, when the days to tell have come and the terms allow a renewal then. Looked at too
 * early, it looks again on the first of these days; too late, it stays silent.
 */
async function remind(tx: Tx, { rootId, key }: Deadline): Promise<void> {
  const record = await lockDevice(tx, { deviceId: rootId });
  const contract = record?.contracts.find(({ no }) => no === Number(key));
  if (record === undefined || contract === undefined || !(await mayFollow(tx, record, contract))) {
    return;
  }
  const terms = await termsNow(tx, record, contract, tx.at);
  const facts = { at: tx.at.toString(), device: deviceFacts(record), plan: planFacts(record, contract) };
  const receipt = terms.decide("renewal", facts);
  const { from, to } = daysToTell(receipt, contract);
  if (Temporal.Instant.compare(tx.at, from) < 0) {
    tx.schedule(rootId, RENEWAL_REMINDER, key, from);
    return;
  }
  const consent = await consentThatHolds(tx, rootId);
  const product = followingProduct(terms, consent?.product);
  const price = (await renewalPrice(tx, contract, product, record.device.model))?.gross;
  if (receipt.outcome !== "allowed" || price === undefined || Temporal.Instant.compare(tx.at, to) >= 0) {
    return;
  }
  if (consent?.announcedNo === contract.no) {
    return;
  }
  if (consent === undefined || !renewsItself(receipt)) {
    const until = contract.endsAt.toString();
    tx.record(rootId, [{ type: "RenewalOffered", contractNo: contract.no, product, price, until }]);
  } else {
    await announce(tx, contract, { product, price, cardNo: consent.cardNo });
  }
}

/** What is told, and of which card it will be taken. */
interface Announced {
  readonly product: string | undefined;
  readonly price: Money;
  readonly cardNo: number | null;
}

/** Tells the price and the day. Only what was told is charged, and only after it was told in time. */
async function announce(
  tx: Tx,
  { deviceId, no, endsAt }: Contract,
  { product, price, cardNo }: Announced,
): Promise<void> {
  const chargesAt = endsAt.subtract(CHARGED_BEFORE);
  await announceAutoRenewal(tx, deviceId, no, price.amount, tx.at);
  tx.schedule(deviceId, RENEWS_ITSELF, String(no), chargesAt);
  tx.record(deviceId, [
    { type: "RenewalAnnounced", contractNo: no, product, price, chargesAt: chargesAt.toString() },
  ]);
  const card = cardNo === null ? undefined : await keptCardOf(tx, deviceId, cardNo);
  if (card !== undefined && !isGoodAt(card, chargesAt)) {
    tx.record(deviceId, [{ type: "RenewalCardEnds", contractNo: no, product, price, cardNo }]);
  }
}

/** The consent of a device; none while its card is only asked for. */
async function consentThatHolds(tx: Tx, deviceId: string): Promise<AutoRenewal | undefined> {
  const consent = await autoRenewalOf(tx, deviceId);
  const cardNo = consent?.cardNo ?? null;
  const isKept = cardNo === null || (await keptCardOf(tx, deviceId, cardNo))?.state === "kept";
  return isKept ? consent : undefined;
}

/** Whether nothing follows the contract yet, and nothing is on its way. */
async function mayFollow(tx: Tx, { contracts }: DeviceRecord, contract: Contract): Promise<boolean> {
  return (
    hasDevice(contract) &&
    !contracts.some(({ state }) => state === "scheduled") &&
    (await renewalUnderway(tx, contract.deviceId)) === undefined
  );
}

/** From when until when a holder is to be told: as the terms say, else as the strictest law does. */
export function daysToTell(
  { deadlines }: Pick<Receipt, "deadlines">,
  { startsAt, endsAt }: Pick<Contract, "startsAt" | "endsAt">,
): { readonly from: Temporal.Instant; readonly to: Temporal.Instant } {
  const told = deadlines.find(({ tells }) => tells === true);
  if (told !== undefined) {
    return { from: Temporal.Instant.from(told.from), to: Temporal.Instant.from(told.to) };
  }
  const isShort = Temporal.Instant.compare(startsAt.add(SHORT), endsAt) >= 0;
  return { from: endsAt.subtract(isShort ? BEFORE.ofShort : BEFORE.ofLong), to: endsAt };
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}
