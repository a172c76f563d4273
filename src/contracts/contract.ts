import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../platform/index.ts";
import type { Purchase } from "./purchase.ts";

/**
 * Waiting for the one before it, running, giving nothing while its payment is disputed, over by time, used
 * up, ended early.
 */
export const contractStates = [
  "scheduled",
  "active",
  "suspended",
  "expired",
  "exhausted",
  "cancelled",
] as const;
export type ContractState = (typeof contractStates)[number];

/**
 * Whether a contract has its device for itself: from its start to its end, used up or not. The terms let a
 * device carry one plan at a time, and a new one when that has ended; being used up is not the end of its
 * period.
 */
export function hasDevice({ state }: { readonly state: ContractState }): boolean {
  return state === "active" || state === "exhausted" || state === "suspended";
}

/** Granted and not taken, promised to a claim, taken. */
export type SlotState = "free" | "reserved" | "used";

/** One granted use of a benefit. Using it is taking its row. */
export interface Slot {
  readonly benefit: string;
  readonly no: number;
  readonly state: SlotState;
  readonly claimNo: number | null;
  readonly reservedAt: Temporal.Instant | null;
  readonly usedAt: Temporal.Instant | null;
  /** The part of the benefit it was taken as, such as a flyaway; null or left out for the benefit itself. */
  readonly part?: string | null;
}

/** A plan that binds a programme to a device for a period, under the terms it was concluded with. */
export interface Contract {
  readonly deviceId: string;
  readonly no: number;
  readonly programme: string;
  readonly termsVersion: string;
  /** The product of the programme's terms: `care-2y`. */
  readonly product: string;
  readonly region: string;
  readonly zone: string;
  readonly currency: string;
  readonly holderId: string;
  /** Since when they hold it, when it was passed to them; null when it was theirs from the beginning. */
  readonly heldFrom: Temporal.Instant | null;
  readonly state: ContractState;
  readonly startsAt: Temporal.Instant;
  /** Half-open: the first instant after it. */
  readonly endsAt: Temporal.Instant;
  /** The contract before it, when it renews one. */
  readonly renewsNo: number | null;
  readonly concludedAt: Temporal.Instant;
  /** When it was ended before its time; null or left out for one that was not. */
  readonly endedAt?: Temporal.Instant | null;
  /** How it was bought; null when nobody told us. */
  readonly purchase?: Purchase | null;
  readonly slots: readonly Slot[];
}

const Benefit = shape({
  benefit: Type.String(),
  granted: Type.Integer({ minimum: 0 }),
  used: Type.Integer({ minimum: 0 }),
  reserved: Type.Integer({ minimum: 0 }),
  left: Type.Integer({ minimum: 0 }),
});

/** A contract as people and partners see it. */
export const ContractShape = shape({
  id: Type.String(),
  deviceId: Type.String(),
  serial: Type.String(),
  product: Type.String(),
  programme: Type.String(),
  termsVersion: Type.String(),
  region: Type.String(),
  zone: Type.String(),
  currency: Type.String(),
  state: Type.Enum([...contractStates]),
  startsAt: Instant,
  endsAt: Instant,
  /** The last day of the period in its zone. */
  lastDay: Type.String({ format: "day" }),
  benefits: Type.Array(Benefit),
  /** The contract it renews. */
  renews: Type.Optional(Type.String()),
  concludedAt: Instant,
  /** When it was ended before its time: from then on it gives nothing, whatever its last day is. */
  endedAt: Type.Optional(Instant),
});
export type ContractShape = Static<typeof ContractShape>;

/** The outside form of a contract of a device that wears this serial. */
export function toContract(contract: Contract, serial: string): ContractShape {
  const { deviceId, product, programme, termsVersion, region, zone, currency, state } = contract;
  const { endedAt = null } = contract;
  return {
    id: contractId(contract),
    deviceId: publicId("dev", deviceId),
    serial,
    ...{ product, programme, termsVersion, region, zone, currency, state },
    startsAt: contract.startsAt.toString(),
    endsAt: contract.endsAt.toString(),
    lastDay: lastDayOf(contract).toString(),
    benefits: benefitsOf(contract.slots),
    ...(contract.renewsNo === null ? {} : { renews: contractId({ deviceId, no: contract.renewsNo }) }),
    concludedAt: contract.concludedAt.toString(),
    ...(endedAt === null ? {} : { endedAt: endedAt.toString() }),
  };
}

/** `ctr_<device>_<no>`. */
export function contractId({ deviceId, no }: { readonly deviceId: string; readonly no: number }): string {
  return publicId("ctr", deviceId, no);
}

/** The day whose midnight ends the contract, in its own zone. */
export function lastDayOf({ endsAt, zone }: Pick<Contract, "endsAt" | "zone">): Temporal.PlainDate {
  return endsAt.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
}

/** How many of each benefit are granted, used, reserved and left. */
export function benefitsOf(slots: readonly Slot[]): Static<typeof Benefit>[] {
  const byBenefit = Map.groupBy(slots, (slot) => slot.benefit);
  return [...byBenefit].map(([benefit, all]) => {
    const count = (state: SlotState) => all.filter((slot) => slot.state === state).length;
    return {
      benefit,
      granted: all.length,
      used: count("used"),
      reserved: count("reserved"),
      left: count("free"),
    };
  });
}
