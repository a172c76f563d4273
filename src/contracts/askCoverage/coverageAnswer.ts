import { type Static, Type } from "typebox";
import { Day, Instant, ReceiptSchema, shape } from "../../platform/index.ts";
import { planMoves, type Receipt } from "../../terms/index.ts";
import { type Contract, lastDayOf } from "../contract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { partSeenBy } from "../partSeenBy.ts";
import { publicReceipt } from "../publicReceipt.ts";
import { lastDayBefore, starts, versionsOf } from "../warranties/index.ts";

const STATUSES = [
  "covered",
  "suspended",
  "used_up",
  "may_buy",
  "too_late",
  "ended",
  "cancelled",
  "replaced",
  "promised",
  "unknown",
] as const;

/** How long the maker's warranty lasts, and what it began with. Not by whose word, nor from when on. */
const PublicWarranty = shape({
  lastDay: Day,
  basis: Type.Enum([...starts, "ends", "plan", "replacement"]),
});

/** What anybody may know of a serial. No names, no cases. */
export const CoverageAnswer = shape({
  serial: Type.String(),
  status: Type.Enum([...STATUSES]),
  says: Type.String(),
  /** The first instant after the cover, and the last day of it in the plan's zone. */
  coveredUntil: Type.Optional(Instant),
  lastDay: Type.Optional(Day),
  /** Of a plan that is used up: when the next one begins that was bought already. */
  coveredAgainFrom: Type.Optional(Instant),
  /** Of a plan that is used up: when the maker's warranty ends, where we know. */
  warrantyUntil: Type.Optional(Instant),
  /** Left out when there is no end to it. */
  mayBuyUntil: Type.Optional(Instant),
  /** The day on which the time to buy was over. */
  tooLateSince: Type.Optional(Day),
  /** The day on which the last plan was ended before its time. */
  endedOn: Type.Optional(Day),
  /** In which the days are counted. */
  zone: Type.Optional(Type.String()),
  /** The serial that followed, as far as it went on with the same holder. */
  replacedBy: Type.Optional(Type.String()),
  /** The maker's, of the device as a whole; left out where nothing is on record. */
  warranty: Type.Optional(PublicWarranty),
  /** Of a unit that was given in place of another: when the plan moves to it. */
  moves: Type.Optional(Type.Enum([...planMoves])),
  /** Ways that are open, as the terms name them. */
  doors: Type.Array(Type.String()),
  /** The clauses, and nothing of what they looked at. */
  receipt: Type.Optional(ReceiptSchema),
});
export type CoverageAnswer = Static<typeof CoverageAnswer>;

const SAYS = {
  covered: "This device has a plan, and it is running.",
  suspended:
    "This device has a plan, and it gives nothing at the moment. Its holder has a letter that says why, and" +
    " what to do.",
  used_up: "The plan of this device runs, and every replacement it gave is used.",
  may_buy: "This device has no plan. It may have one now.",
  too_late: "This device has no plan, and the time to buy one for it has passed.",
  ended: "The plan of this device has ended.",
  cancelled: "The plan of this device was ended before its last day. It covers nothing since.",
  promised:
    "This unit was given in place of another, and the plan has not moved to it yet. It does so by itself.",
  replaced:
    "This serial was taken back in a replacement. Its cover goes on under the serial of the new unit.",
  unknown:
    "We do not know this serial yet, or not enough of it. Compare it with the one printed on the device." +
    " If you have a code, activate it; if not, look which plan fits your model.",
} as const;

/** What is said of a serial, from the record of its device and what could be bought for it now. Pure. */
export function coverageAnswer(
  serial: string,
  at: Temporal.Instant,
  record: DeviceRecord | undefined,
  offers: readonly Receipt[],
): CoverageAnswer {
  const answer = planAnswer(serial, at, record, offers);
  // Who does not learn the serial that followed learns nothing of it, and of the one before as little.
  const isFollowed =
    answer.status === "promised" || (answer.status === "replaced" && answer.replacedBy === undefined);
  return record === undefined || isFollowed ? answer : { ...answer, ...warrantyOf(record) };
}

function warrantyOf({ warranty = [] }: DeviceRecord): Pick<CoverageAnswer, "warranty"> {
  const versions = versionsOf(warranty, "device");
  const [first, last] = [versions[0], versions.at(-1)];
  return first === undefined || last === undefined
    ? {}
    : { warranty: { lastDay: lastDayBefore(last.endsAt, last.zone).toString(), basis: first.basis } };
}

function planAnswer(
  serial: string,
  at: Temporal.Instant,
  record: DeviceRecord | undefined,
  offers: readonly Receipt[],
): CoverageAnswer {
  if (record === undefined) {
    return answer(serial, "unknown");
  }
  const { nextSerial, nextMoves } = record.device;
  if (serial === nextSerial) {
    return { ...answer(serial, "promised"), ...(nextMoves ? { moves: nextMoves } : {}) };
  }
  if (serial !== record.device.serial) {
    return { ...answer(serial, "replaced"), ...successorOf(serial, record) };
  }
  const running = record.contracts.filter(({ state }) => state === "active" || state === "scheduled");
  if (running.some(({ state }) => state === "active")) {
    return { ...answer(serial, "covered"), ...untilOf(running) };
  }
  const suspended = record.contracts.filter(({ state }) => state === "suspended");
  if (suspended.length > 0) {
    return { ...answer(serial, "suspended"), ...untilOf(suspended) };
  }
  const usedUp = record.contracts.find(({ state }) => state === "exhausted");
  if (usedUp !== undefined) {
    return { ...answer(serial, "used_up"), ...usedUpUntil(record, [usedUp, ...running]) };
  }
  const last = record.contracts.at(-1);
  const allowed = offers.filter(({ outcome }) => outcome === "allowed");
  if (allowed.length > 0) {
    return { ...answer(serial, "may_buy", allowed[0]), ...mayBuyUntil(allowed), ...endedOn(last) };
  }
  if (last?.state === "cancelled") {
    return { ...answer(serial, "cancelled", offers[0]), ...endedOn(last) };
  }
  const over = record.contracts.filter(({ state }) => state === "expired");
  if (over.length > 0) {
    return { ...answer(serial, "ended", offers[0]), ...untilOf(over) };
  }
  const undecided = offers.length === 0 || offers.some(({ outcome }) => outcome === "undecided");
  return undecided
    ? answer(serial, "unknown", offers[0])
    : { ...answer(serial, "too_late", offers[0]), ...tooLateSince(offers[0]) };

  function answer(asked: string, status: keyof typeof SAYS, receipt?: Receipt): CoverageAnswer {
    return {
      serial: asked,
      status,
      says: SAYS[status],
      doors: [...new Set(receipt?.doors.map(({ door }) => door))],
      ...(receipt === undefined ? {} : { receipt: publicReceipt(receipt, at), ...zoneOf(receipt) }),
    };
  }
}

/** A serial that another holder's unit wears is not told to whoever knows an older one. */
function successorOf(serial: string, record: DeviceRecord): { replacedBy?: string } {
  const parts = record.contracts.map(({ holderId }) => partSeenBy(record, new Set([holderId])));
  const known = parts.find(({ units }) => units.some((unit) => unit.serial === serial)) ?? record;
  return known.device.serial === serial ? {} : { replacedBy: known.device.serial };
}

function zoneOf({ deadlines }: Receipt): { zone?: string } {
  const [first] = deadlines;
  return first === undefined ? {} : { zone: first.zone };
}

/** Told as a day: the instant would give the first activation away to the second. */
function tooLateSince(receipt: Receipt | undefined): { tooLateSince?: string } {
  const [first] = receipt?.deadlines ?? [];
  return first === undefined
    ? {}
    : {
        tooLateSince: Temporal.Instant.from(first.to).toZonedDateTimeISO(first.zone).toPlainDate().toString(),
      };
}

function usedUpUntil(
  { device: { warrantyEndsAt } }: DeviceRecord,
  [usedUp, next]: readonly Contract[],
): Partial<CoverageAnswer> {
  return {
    ...untilOf(usedUp === undefined ? [] : [usedUp]),
    ...(next === undefined ? {} : { coveredAgainFrom: next.startsAt.toString() }),
    ...(warrantyEndsAt === null ? {} : { warrantyUntil: warrantyEndsAt.toString() }),
  };
}

/** In its own zone; nothing for a plan that ran its time. */
function endedOn(last: Contract | undefined): { endedOn: string } | undefined {
  return last?.state === "cancelled" && last.endedAt
    ? { endedOn: last.endedAt.toZonedDateTimeISO(last.zone).toPlainDate().toString() }
    : undefined;
}

function untilOf(contracts: readonly Contract[]): { coveredUntil: string; lastDay: string } | undefined {
  const last = contracts.toSorted((one, other) => Temporal.Instant.compare(one.endsAt, other.endsAt)).at(-1);
  return last === undefined
    ? undefined
    : { coveredUntil: last.endsAt.toString(), lastDay: lastDayOf(last).toString() };
}

/** The latest end among the plans that may be bought; nothing when one of them may be bought at any time. */
function mayBuyUntil(allowed: readonly Receipt[]): { mayBuyUntil: string } | undefined {
  const ends = allowed.map(({ deadlines }) =>
    deadlines
      .map(({ to }) => to)
      .toSorted()
      .at(-1),
  );
  const latest = ends
    .filter((end) => end !== undefined)
    .toSorted()
    .at(-1);
  return latest === undefined || ends.includes(undefined) ? undefined : { mayBuyUntil: latest };
}
