import type { Deadline, RecordedEvent } from "../platform/index.ts";
import type { Contract } from "./contract.ts";
import type { Unit } from "./device.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { CONTRACT_ENDS } from "./endContract.ts";

/** A time in which one of these persons had the device; open when nobody came after them. */
interface Holding {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant | undefined;
}

/**
 * The part of a device's record that is these persons': the contracts they hold and the serials it wore while
 * they had it. A device may have had other holders before or after them, of whom they learn nothing: not the
 * plan, not the serial it wears now, not how long its warranty was made since. Without a contract of theirs
 * nothing is left but the device itself under its first serial.
 */
export function partSeenBy(record: DeviceRecord, persons: ReadonlySet<string>): DeviceRecord {
  const contracts = record.contracts.filter(({ holderId }) => persons.has(holderId));
  if (contracts.length === record.contracts.length && contracts.every(({ heldFrom }) => heldFrom === null)) {
    return record;
  }
  const holdings = contracts.map((contract) => holdingOf(contract, record.contracts, persons));
  const units = record.units.flatMap((unit) => wornIn(unit, holdings));
  const hasItNow = holdings.some(({ to }) => to === undefined);
  return {
    device: {
      ...record.device,
      serial: units.at(-1)?.serial ?? record.units[0]?.serial ?? record.device.serial,
      warrantyEndsAt: hasItNow ? record.device.warrantyEndsAt : null,
    },
    units,
    contracts,
    ...(hasItNow && record.warranty !== undefined ? { warranty: record.warranty } : {}),
  };
}

function holdingOf(
  { startsAt, no }: Contract,
  all: readonly Contract[],
  persons: ReadonlySet<string>,
): Holding {
  const next = all.find(
    (other) => other.no > no && other.state !== "cancelled" && !persons.has(other.holderId),
  );
  return { from: startsAt, to: next?.startsAt };
}

/** A unit as it was known in one of these times: one that was swapped out later is not known to be. */
function wornIn(unit: Unit, holdings: readonly Holding[]): Unit[] {
  const known = holdings.filter(
    ({ from, to }) =>
      (unit.to === null || Temporal.Instant.compare(from, unit.to) < 0) &&
      (to === undefined || Temporal.Instant.compare(unit.from, to) < 0),
  );
  const { to: end } = unit;
  const knowsItsEnd =
    end !== null && known.some(({ to }) => to === undefined || Temporal.Instant.compare(end, to) <= 0);
  return known.length === 0 ? [] : [{ ...unit, to: knowsItsEnd ? end : null }];
}

/** What we do for ourselves, which is nothing to an owner, though it is told with the number of a claim. */
const OF_THE_OFFICE: ReadonlySet<string> = new Set([
  ...["NoteAdded", "OwnerViewShown", "MessagesSettled", "MailAssigned", "EvidenceOriginalRead", "BinPlaced"],
  ...["PromiseNear", "PromiseBroken", "PromiseEscalated", "HoldCaptureAsked", "HoldCaptureDeclined"],
  ...["RecoveryArose", "RecoveryDueSoon", "RecoverySent", "RecoveryUnanswered", "RecoveryAnswered"],
  ...["RecoveryLapsed", "RecoveryPaid"],
]);

/** Whether owners are told of an event of this type, where it is of theirs. Pure. */
export function isToldOwners({ type }: Pick<RecordedEvent, "type">): boolean {
  return !OF_THE_OFFICE.has(type);
}

/** What our people wrote beside a fact that owners are told. */
const OURS_TO_KNOW: Readonly<Record<string, readonly string[]>> = {
  QuestionWithdrawn: ["reason"],
  WarrantyTold: ["proof"],
  WarrantyChanged: ["reason"],
  SendBackWaived: ["reason"],
  WaiverWithdrawn: ["reason"],
};

/** An event as owners are told it: the fact, without what our people wrote for each other. Pure. */
export function toldOwners(event: RecordedEvent): RecordedEvent {
  const ours = OURS_TO_KNOW[event.type];
  return ours === undefined
    ? event
    : {
        ...event,
        body: Object.fromEntries(Object.entries(event.body).filter(([field]) => !ours.includes(field))),
      };
}

/**
 * The events of a device that belong to a part of its record: those of its contracts, of the claims on them,
 * and of the serials in it. What names none of these is not shown.
 */
export function eventsSeen(
  events: readonly RecordedEvent[],
  { units, contracts }: DeviceRecord,
): readonly RecordedEvent[] {
  const isHeld = heldAt(contracts);
  const worn = new Set<unknown>(units.map(({ serial }) => serial));
  const claims = claimsOn(events, isHeld);
  return events
    .filter(isToldOwners)
    .map(toldOwners)
    .filter(({ at, body }) => {
      if (body.claimNo !== undefined) {
        return claims.has(body.claimNo);
      }
      if (body.contractNo !== undefined) {
        return isHeld(body.contractNo, at);
      }
      if (body.purpose !== undefined) {
        return body.purpose === "renewal" ? isHeld(body.subjectNo, at) : claims.has(body.subjectNo);
      }
      return (
        worn.has(body.newSerial ?? body.serial) && (body.oldSerial === undefined || worn.has(body.oldSerial))
      );
    });
}

/**
 * Deadlines whose key is the number of a claim, by name: visits, holds, drafts and recoveries are numbered in
 * their device, too, and are not the claim of that number.
 */
const OF_CLAIMS: ReadonlySet<string> = new Set([
  ...["report_lapses", "payment_lapses", "payment_reminds", "question_lapses", "appeal_due", "claim_closes"],
]);

/** The deadlines of the contracts in a part of a device's record, and of the claims on them. */
export function deadlinesSeen(
  deadlines: readonly Deadline[],
  events: readonly RecordedEvent[],
  { contracts }: DeviceRecord,
): readonly Deadline[] {
  const held = new Set<unknown>(contracts.map(({ no }) => no));
  const claims = claimsOn(events, heldAt(contracts));
  return deadlines.filter(
    ({ kind, key }) =>
      (kind === CONTRACT_ENDS && held.has(Number(key))) || (OF_CLAIMS.has(kind) && claims.has(Number(key))),
  );
}

/** Whether a contract was one of these at an instant; before it was passed to its holder it was not. */
type Held = (contractNo: unknown, at: Temporal.Instant) => boolean;

function heldAt(contracts: readonly Contract[]): Held {
  const since = new Map<unknown, Temporal.Instant | null>(
    contracts.map(({ no, heldFrom }) => [no, heldFrom]),
  );
  return (contractNo, at) => {
    const from = since.get(contractNo);
    return from === null || (from !== undefined && Temporal.Instant.compare(from, at) <= 0);
  };
}

/** The numbers of the claims that were opened on these contracts. */
function claimsOn(events: readonly RecordedEvent[], isHeld: Held): ReadonlySet<unknown> {
  const opened = events.filter(({ type, at, body }) => type === "ClaimOpened" && isHeld(body.contractNo, at));
  return new Set(opened.map(({ body }) => body.claimNo));
}
